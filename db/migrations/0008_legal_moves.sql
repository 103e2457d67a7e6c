-- A letter's life: no statement can move a letter in another way.
CREATE FUNCTION letters_legal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state OR NEW.state = ANY (CASE OLD.state
    WHEN 'unconfirmed' THEN ARRAY['queued', 'held', 'expired', 'withdrawn']
    WHEN 'queued' THEN ARRAY['sending', 'held', 'failed', 'withdrawn']
    WHEN 'sending' THEN ARRAY['accepted', 'held', 'failed', 'withdrawn']
    WHEN 'held' THEN ARRAY['queued', 'accepted', 'failed', 'withdrawn']
    WHEN 'accepted' THEN ARRAY['delivered', 'bounced', 'queued', 'withdrawn']
    WHEN 'delivered' THEN ARRAY['bounced', 'queued', 'withdrawn']
    WHEN 'bounced' THEN ARRAY['queued', 'withdrawn']
    WHEN 'failed' THEN ARRAY['queued', 'withdrawn']
    WHEN 'expired' THEN ARRAY['withdrawn']
    ELSE ARRAY[]::text[]
  END) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A letter that is % cannot become %', OLD.state, NEW.state
    USING ERRCODE = 'check_violation', CONSTRAINT = 'letters_legal_move', TABLE = 'letters';
END
$$;
--> statement-breakpoint
CREATE TRIGGER letters_legal_move BEFORE UPDATE OF state ON "letters"
  FOR EACH ROW EXECUTE FUNCTION letters_legal_move();
