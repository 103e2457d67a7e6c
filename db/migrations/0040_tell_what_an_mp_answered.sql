CREATE TABLE "mp_answers" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"text_sealed" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"quote_at" timestamp with time zone,
	"quote_wording" text,
	"quote_wording_version" text,
	CONSTRAINT "mp_answers_quote" CHECK (("mp_answers"."quote_at" is null) = ("mp_answers"."quote_wording" is null))
);
--> statement-breakpoint
ALTER TABLE "mp_answers" ADD CONSTRAINT "mp_answers_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mp_answers_said" ON "mp_answers" USING btree ("said_at");