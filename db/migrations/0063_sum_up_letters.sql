CREATE TABLE "letter_day_marks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_days" (
	"campaign_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"facets" jsonb NOT NULL,
	"letters" integer NOT NULL,
	CONSTRAINT "letter_days_pk" PRIMARY KEY("campaign_id","day","kind","facets"),
	CONSTRAINT "letter_days_kind_known" CHECK ("letter_days"."kind" in ('alike', 'wait', 'own'))
);
--> statement-breakpoint
DROP INDEX "letters_reply_asked";--> statement-breakpoint
CREATE INDEX "letters_submitted" ON "letters" USING btree ("campaign_id","created_at") WHERE "letters"."chases" is null and "letters"."reflected_at" is null and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_unconfirmed" ON "letters" USING btree ("campaign_id","created_at") WHERE "letters"."state" = 'unconfirmed' and "letters"."chases" is null and "letters"."reflected_at" is null and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_stuck" ON "letters" USING btree ("campaign_id","state","held_reason","review_rule","confirmed_at","constituency_code","source_id") WHERE "letters"."state" in ('held', 'queued', 'sending', 'unconfirmed', 'bounced', 'failed') and "letters"."chases" is null and "letters"."reflected_at" is null and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_reply_asked" ON "letters" USING btree ("campaign_id","reply_asked_at","state","id","constituency_code","source_id") WHERE "letters"."reply_asked_at" is not null and "letters"."chases" is null and "letters"."reflected_at" is null and "letters"."not_genuine_at" is null;--> statement-breakpoint
-- Notes the day of a letter that is another than it was in what figures tell of it. Appended alone: no letter waits for another.
CREATE FUNCTION letter_day_marked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  letter letters := coalesce(NEW, OLD);
BEGIN
  INSERT INTO letter_day_marks (campaign_id, day)
  VALUES (letter.campaign_id, (letter.created_at AT TIME ZONE 'Europe/London')::date);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER letter_day_begun AFTER INSERT OR DELETE ON "letters" FOR EACH ROW EXECUTE FUNCTION letter_day_marked();
--> statement-breakpoint
CREATE TRIGGER letter_day_changed AFTER UPDATE ON "letters" FOR EACH ROW
  WHEN ((OLD.state, OLD.held_reason, OLD.asks, OLD.answered, OLD.own_words, OLD.own_share, OLD.overlap, OLD.created_at, OLD.confirmed_at, OLD.chases, OLD.reflected_at, OLD.not_genuine_at)
    IS DISTINCT FROM (NEW.state, NEW.held_reason, NEW.asks, NEW.answered, NEW.own_words, NEW.own_share, NEW.overlap, NEW.created_at, NEW.confirmed_at, NEW.chases, NEW.reflected_at, NEW.not_genuine_at))
  EXECUTE FUNCTION letter_day_marked();
--> statement-breakpoint
INSERT INTO letter_day_marks (campaign_id, day)
SELECT DISTINCT campaign_id, (created_at AT TIME ZONE 'Europe/London')::date FROM letters;
