CREATE TABLE "letter_acts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"filter" jsonb NOT NULL,
	"staff_id" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"total" integer NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"last_at" timestamp with time zone,
	"last_id" uuid,
	"cancelled_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "letter_acts_open" ON "letter_acts" USING btree ("begun_at") WHERE "letter_acts"."ended_at" is null;