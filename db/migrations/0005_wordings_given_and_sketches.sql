CREATE TABLE "wordings_given" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"constituency_code" text NOT NULL,
	"version_id" uuid NOT NULL,
	"group_id" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"letter_id" uuid,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wordings_given_letter_id_unique" UNIQUE("letter_id")
);
--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "overlap" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "sketch" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "sent_by_writer_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "sent_by_writer_by" text;--> statement-breakpoint
ALTER TABLE "wordings_given" ADD CONSTRAINT "wordings_given_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings_given" ADD CONSTRAINT "wordings_given_constituency_code_constituencies_code_fk" FOREIGN KEY ("constituency_code") REFERENCES "public"."constituencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings_given" ADD CONSTRAINT "wordings_given_version_id_campaign_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."campaign_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wordings_given" ADD CONSTRAINT "wordings_given_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wordings_given_to" ON "wordings_given" USING btree ("campaign_id","constituency_code","given_at");--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_sketch" CHECK ("letters"."sketch" is null or "letters"."text_sealed" is not null);--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_sent_by_writer" CHECK (("letters"."sent_by_writer_at" is null) = ("letters"."sent_by_writer_by" is null));