CREATE TABLE "staff_kept_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"path" text NOT NULL,
	"fields_sealed" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "proven_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "staff_kept_forms" ADD CONSTRAINT "staff_kept_forms_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;