ALTER TABLE "letter_day_parts" DROP CONSTRAINT "letter_day_parts_part_known";--> statement-breakpoint
ALTER TABLE "letter_day_parts" DROP CONSTRAINT "letter_day_parts_kind_known";--> statement-breakpoint
ALTER TABLE "letter_day_marks" ADD COLUMN "asked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_day_parts" ADD CONSTRAINT "letter_day_parts_part_known" CHECK ("letter_day_parts"."part" in ('all', 'seat', 'source'));--> statement-breakpoint
ALTER TABLE "letter_day_parts" ADD CONSTRAINT "letter_day_parts_kind_known" CHECK ("letter_day_parts"."kind" in ('facts', 'wait', 'asked'));--> statement-breakpoint
-- Notes the day on which the writer of a letter was asked about a reply, where what figures tell of that day is another.
CREATE FUNCTION letter_asked_marked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_day_marks (campaign_id, day, asked)
  SELECT DISTINCT campaign_id, (reply_asked_at AT TIME ZONE 'Europe/London')::date, true
  FROM (SELECT OLD.campaign_id, OLD.reply_asked_at WHERE TG_OP <> 'INSERT' UNION ALL SELECT NEW.campaign_id, NEW.reply_asked_at WHERE TG_OP <> 'DELETE') AS each
  WHERE reply_asked_at IS NOT NULL;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER letter_asked_begun AFTER INSERT ON "letters" FOR EACH ROW
  WHEN (NEW.reply_asked_at IS NOT NULL) EXECUTE FUNCTION letter_asked_marked();
--> statement-breakpoint
CREATE TRIGGER letter_asked_gone AFTER DELETE ON "letters" FOR EACH ROW
  WHEN (OLD.reply_asked_at IS NOT NULL) EXECUTE FUNCTION letter_asked_marked();
--> statement-breakpoint
CREATE TRIGGER letter_asked_changed AFTER UPDATE ON "letters" FOR EACH ROW
  WHEN ((OLD.reply_asked_at IS NOT NULL OR NEW.reply_asked_at IS NOT NULL)
    AND (OLD.reply_asked_at, OLD.state = 'withdrawn', OLD.chases, OLD.reflected_at, OLD.not_genuine_at, OLD.constituency_code, OLD.source_id)
      IS DISTINCT FROM (NEW.reply_asked_at, NEW.state = 'withdrawn', NEW.chases, NEW.reflected_at, NEW.not_genuine_at, NEW.constituency_code, NEW.source_id))
  EXECUTE FUNCTION letter_asked_marked();
--> statement-breakpoint
-- Of a reply that goes with its letter, the letter's own trigger notes it.
CREATE FUNCTION reply_asked_marked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reply replies := coalesce(NEW, OLD);
BEGIN
  INSERT INTO letter_day_marks (campaign_id, day, asked)
  SELECT campaign_id, (reply_asked_at AT TIME ZONE 'Europe/London')::date, true
  FROM letters WHERE id = reply.letter_id AND reply_asked_at IS NOT NULL;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER reply_asked_marked AFTER INSERT OR UPDATE OF answer OR DELETE ON "replies" FOR EACH ROW EXECUTE FUNCTION reply_asked_marked();
--> statement-breakpoint
-- The roll-up takes them one after the other.
INSERT INTO letter_days_due (campaign_id, day)
SELECT DISTINCT campaign_id, (reply_asked_at AT TIME ZONE 'Europe/London')::date FROM letters WHERE reply_asked_at IS NOT NULL
ON CONFLICT DO NOTHING;
