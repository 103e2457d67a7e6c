CREATE TABLE "staff_apps" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"secret_sealed" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer
);
--> statement-breakpoint
CREATE TABLE "staff_recovery_codes" (
	"staff_id" text NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_recovery_codes_staff_id_hash_pk" PRIMARY KEY("staff_id","hash")
);
--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "by" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "factor_due_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff_apps" ADD CONSTRAINT "staff_apps_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_by_known" CHECK ("staff_sessions"."by" in ('link', 'organisation'));