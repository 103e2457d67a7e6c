CREATE TABLE "letter_day_parts" (
	"campaign_id" uuid NOT NULL,
	"part" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"facts" text[] NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "letter_day_parts_pk" PRIMARY KEY("campaign_id","part","kind","day","key"),
	CONSTRAINT "letter_day_parts_part_known" CHECK ("letter_day_parts"."part" in ('seat', 'source')),
	CONSTRAINT "letter_day_parts_kind_known" CHECK ("letter_day_parts"."kind" in ('facts', 'wait'))
);
--> statement-breakpoint
CREATE TABLE "letter_days_due" (
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "letter_days_due_pk" PRIMARY KEY("campaign_id","day")
);
--> statement-breakpoint
ALTER TABLE "letter_day_marks" ADD COLUMN "constituency_code" text;--> statement-breakpoint
ALTER TABLE "letter_day_marks" ADD COLUMN "source_id" integer;--> statement-breakpoint
-- No roll-up is under way while what it writes becomes more.
SELECT pg_advisory_xact_lock(hashtext('figures roll-up'));
--> statement-breakpoint
-- A process of the version before counts no parts: what it takes is due.
CREATE FUNCTION letter_day_marks_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('dear_mp.counts_parts', true), '') <> 'on' THEN
    INSERT INTO letter_days_due (campaign_id, day) SELECT DISTINCT campaign_id, day FROM taken ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER letter_day_marks_taken AFTER DELETE ON "letter_day_marks" REFERENCING OLD TABLE AS taken
  FOR EACH STATEMENT EXECUTE FUNCTION letter_day_marks_taken();
--> statement-breakpoint
-- Notes the day of a letter that is another than it was in what figures tell of it, and its seat and source. Appended alone: no letter waits for another.
CREATE OR REPLACE FUNCTION letter_day_marked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  letter letters := coalesce(NEW, OLD);
BEGIN
  INSERT INTO letter_day_marks (campaign_id, day, constituency_code, source_id)
  VALUES (letter.campaign_id, (letter.created_at AT TIME ZONE 'Europe/London')::date, letter.constituency_code, letter.source_id);
  IF TG_OP = 'UPDATE' AND (OLD.created_at, OLD.constituency_code, OLD.source_id) IS DISTINCT FROM (NEW.created_at, NEW.constituency_code, NEW.source_id) THEN
    INSERT INTO letter_day_marks (campaign_id, day, constituency_code, source_id)
    VALUES (OLD.campaign_id, (OLD.created_at AT TIME ZONE 'Europe/London')::date, OLD.constituency_code, OLD.source_id);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER letter_day_changed AFTER UPDATE ON "letters" FOR EACH ROW
  WHEN ((OLD.state, OLD.held_reason, OLD.asks, OLD.answered, OLD.own_words, OLD.own_share, OLD.overlap, OLD.created_at, OLD.confirmed_at, OLD.chases, OLD.reflected_at, OLD.not_genuine_at, OLD.constituency_code, OLD.source_id)
    IS DISTINCT FROM (NEW.state, NEW.held_reason, NEW.asks, NEW.answered, NEW.own_words, NEW.own_share, NEW.overlap, NEW.created_at, NEW.confirmed_at, NEW.chases, NEW.reflected_at, NEW.not_genuine_at, NEW.constituency_code, NEW.source_id))
  EXECUTE FUNCTION letter_day_marked();
--> statement-breakpoint
-- The roll-up takes them one after the other.
INSERT INTO letter_days_due (campaign_id, day) SELECT DISTINCT campaign_id, day FROM letter_days;
