DROP INDEX "letters_to_send";--> statement-breakpoint
DROP INDEX "letters_confirmed_to";--> statement-breakpoint
CREATE INDEX "letters_by_rule" ON "letters" USING btree ("review_rule","created_at","id") WHERE "letters"."review_rule" is not null and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_alike" ON "letters" USING btree ("own_likeness","created_at","id") WHERE "letters"."own_likeness" >= 0.5::real and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_complained" ON "letters" USING btree ("created_at","id") WHERE "letters"."complained_at" is not null and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_not_genuine" ON "letters" USING btree ("created_at","id") WHERE "letters"."not_genuine_at" is not null;--> statement-breakpoint
CREATE INDEX "letters_to_send" ON "letters" USING btree (coalesce("turn_at", "confirmed_at"),"id","constituency_code","campaign_id") WHERE "letters"."state" in ('queued', 'sending') and "letters"."not_genuine_at" is null;--> statement-breakpoint
CREATE INDEX "letters_confirmed_to" ON "letters" USING btree ("constituency_code","confirmed_at","created_at","id","not_genuine_at") WHERE "letters"."confirmed_at" is not null;