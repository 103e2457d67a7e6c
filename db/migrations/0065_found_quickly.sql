DROP INDEX "letters_state";--> statement-breakpoint
CREATE INDEX "letters_by_state" ON "letters" USING btree ("state","created_at","id","campaign_id","held_reason") WHERE "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_by_age" ON "letters" USING btree ("created_at","id") WHERE "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_due" ON "letters" USING btree (coalesce("due_at", '-infinity')) WHERE "letters"."state" in ('queued', 'sending') and "letters"."not_genuine_at" is null;