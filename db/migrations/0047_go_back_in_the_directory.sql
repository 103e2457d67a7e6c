CREATE TABLE "directory_undos" (
	"kind" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"back" jsonb NOT NULL,
	CONSTRAINT "directory_undos_kind_known" CHECK ("directory_undos"."kind" in ('postcodes', 'splits', 'members'))
);
--> statement-breakpoint
ALTER TABLE "postcode_facts" ADD COLUMN "listed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "postcode_releases" ADD COLUMN "replaced_at" timestamp with time zone;