CREATE TABLE "delivery_attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"letter_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"mp_id" uuid NOT NULL,
	"transport" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"provider_id" text,
	"reason" text,
	"message_sealed" text
);
--> statement-breakpoint
CREATE TABLE "delivery_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"transport" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"asks" smallint DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"provider_id" text,
	"letter_id" uuid,
	"detail" jsonb,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "sent_mails" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"letter_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_alerts" (
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_alerts_kind_subject_day_pk" PRIMARY KEY("kind","subject","day")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"email_hash" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "sending_paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter_events" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "tried_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "reflected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "complained_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_batch_id_delivery_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."delivery_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_mp_id_mps_id_fk" FOREIGN KEY ("mp_id") REFERENCES "public"."mps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_mails" ADD CONSTRAINT "sent_mails_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_attempts_place" ON "delivery_attempts" USING btree ("batch_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_attempts_one_open" ON "delivery_attempts" USING btree ("letter_id") WHERE "delivery_attempts"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_attempts_one_accepted" ON "delivery_attempts" USING btree ("letter_id","round") WHERE "delivery_attempts"."outcome" = 'accepted';--> statement-breakpoint
CREATE INDEX "delivery_attempts_letter" ON "delivery_attempts" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "delivery_attempts_provider" ON "delivery_attempts" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "delivery_attempts_pace" ON "delivery_attempts" USING btree ("mp_id","started_at");--> statement-breakpoint
CREATE INDEX "delivery_batches_open" ON "delivery_batches" USING btree ("lease_until") WHERE "delivery_batches"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "mail_events_provider" ON "mail_events" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "mail_events_received" ON "mail_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "letters_to_send" ON "letters" USING btree ("confirmed_at","id") WHERE "letters"."state" in ('queued', 'sending');