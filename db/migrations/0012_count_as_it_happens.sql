-- What one letter counts as, each with its time. A withdrawn letter counts for nothing, and nor does a trial.
CREATE FUNCTION letter_measures(l "letters", s "supporters", r "replies")
RETURNS TABLE (measure text, at timestamptz) LANGUAGE sql IMMUTABLE AS $$
  SELECT m.measure, m.at FROM (VALUES
    ('submitted', l.created_at),
    ('confirmed', l.confirmed_at),
    ('accepted', l.accepted_at),
    ('delivered', CASE WHEN l.state = 'delivered' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('bounced', CASE WHEN l.state = 'bounced' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('failed', CASE WHEN l.state = 'failed' THEN coalesce(l.ended_at, l.confirmed_at) END),
    ('by_writer', l.sent_by_writer_at),
    ('opted_in', CASE WHEN s.updates_asked_at IS NOT NULL THEN l.confirmed_at END),
    ('unsubscribed', CASE WHEN l.confirmed_at IS NOT NULL THEN s.unsubscribed_at END),
    ('real_answer', CASE WHEN r.answer = 'real-answer' THEN r.answered_at END),
    ('acknowledgement', CASE WHEN r.answer = 'acknowledgement' THEN r.answered_at END),
    ('no_answer', CASE WHEN r.answer = 'no' THEN r.answered_at END),
    ('not_expected', CASE WHEN r.answer = 'not-expected' THEN r.answered_at END)
  ) m(measure, at)
  WHERE m.at IS NOT NULL AND l.state <> 'withdrawn' AND l.reflected_at IS NULL
$$;
--> statement-breakpoint
-- Appends how a letter's counts changed: rows of its own alone, so that nobody waits for anybody.
CREATE FUNCTION append_change(
  before_l "letters", before_s "supporters", before_r "replies",
  after_l "letters", after_s "supporters", after_r "replies"
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO figure_events (xact, campaign_id, constituency_code, hour, source_id, measure, lasting, amount)
  SELECT pg_current_xact_id(), campaign, seat, hour, source, measure, false, sum(amount)
  FROM (
    SELECT (before_l).campaign_id, (before_l).constituency_code, date_trunc('hour', at), (before_l).source_id, measure, -1
    FROM letter_measures(before_l, before_s, before_r) WHERE (before_l).id IS NOT NULL
    UNION ALL
    SELECT (after_l).campaign_id, (after_l).constituency_code, date_trunc('hour', at), (after_l).source_id, measure, 1
    FROM letter_measures(after_l, after_s, after_r) WHERE (after_l).id IS NOT NULL
  ) AS change(campaign, seat, hour, source, measure, amount)
  GROUP BY campaign, seat, hour, source, measure
  HAVING sum(amount) <> 0
$$;
--> statement-breakpoint
CREATE FUNCTION letters_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  s "supporters";
  r "replies";
BEGIN
  SELECT * INTO s FROM supporters WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.supporter_id ELSE NEW.supporter_id END;
  IF TG_OP = 'INSERT' THEN
    PERFORM append_change(NULL, NULL, NULL, NEW, s, r);
    RETURN NULL;
  END IF;
  SELECT * INTO r FROM replies WHERE letter_id = OLD.id;
  IF TG_OP = 'UPDATE' THEN
    PERFORM append_change(OLD, s, r, NEW, s, r);
    RETURN NULL;
  END IF;
  -- Erased on schedule: what it counted for stays, and has no row to be counted from any more.
  INSERT INTO figure_events (xact, campaign_id, constituency_code, hour, source_id, measure, lasting, amount)
  SELECT pg_current_xact_id(), OLD.campaign_id, OLD.constituency_code, date_trunc('hour', m.at), OLD.source_id,
    m.measure, moved.lasting, moved.amount
  FROM letter_measures(OLD, s, r) m, (VALUES (false, -1), (true, 1)) moved(lasting, amount);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER letters_counted_new AFTER INSERT OR DELETE ON "letters" FOR EACH ROW EXECUTE FUNCTION letters_counted();
--> statement-breakpoint
CREATE TRIGGER letters_counted_changed AFTER UPDATE OF state, campaign_id, constituency_code, source_id, created_at,
  confirmed_at, accepted_at, ended_at, reflected_at, sent_by_writer_at ON "letters"
  FOR EACH ROW EXECUTE FUNCTION letters_counted();
--> statement-breakpoint
CREATE FUNCTION supporters_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  l "letters";
  r "replies";
BEGIN
  SELECT * INTO l FROM letters WHERE supporter_id = NEW.id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO r FROM replies WHERE letter_id = l.id;
  PERFORM append_change(l, OLD, r, l, NEW, r);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER supporters_counted AFTER UPDATE OF updates_asked_at, unsubscribed_at ON "supporters"
  FOR EACH ROW EXECUTE FUNCTION supporters_counted();
--> statement-breakpoint
CREATE FUNCTION replies_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  l "letters";
  s "supporters";
  none "replies";
BEGIN
  SELECT * INTO l FROM letters WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.letter_id ELSE NEW.letter_id END;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO s FROM supporters WHERE id = l.supporter_id;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO figure_events (xact, campaign_id, constituency_code, hour, source_id, measure, lasting, amount)
    SELECT pg_current_xact_id(), l.campaign_id, l.constituency_code, date_trunc('hour', m.at), l.source_id,
      m.measure, moved.lasting, moved.amount
    FROM (
      SELECT * FROM letter_measures(l, s, OLD) EXCEPT SELECT * FROM letter_measures(l, s, none)
    ) m, (VALUES (false, -1), (true, 1)) moved(lasting, amount);
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM append_change(l, s, none, l, s, NEW);
  ELSE
    PERFORM append_change(l, s, OLD, l, s, NEW);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER replies_counted AFTER INSERT OR UPDATE OR DELETE ON "replies"
  FOR EACH ROW EXECUTE FUNCTION replies_counted();
--> statement-breakpoint
CREATE TRIGGER figure_events_immutable BEFORE UPDATE ON "figure_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
