CREATE TABLE "directory_sync_emails" (
	"sync_id" uuid NOT NULL,
	"member_id" integer NOT NULL,
	"email" text,
	CONSTRAINT "directory_sync_emails_sync_id_member_id_pk" PRIMARY KEY("sync_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "directory_syncs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"listed" jsonb,
	"read_at" timestamp with time zone,
	"report" jsonb,
	"held_at" timestamp with time zone,
	"broke_off" text,
	"ended_at" timestamp with time zone,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "directory_sync_emails" ADD CONSTRAINT "directory_sync_emails_sync_id_directory_syncs_id_fk" FOREIGN KEY ("sync_id") REFERENCES "public"."directory_syncs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_syncs_started" ON "directory_syncs" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "directory_syncs_one_waiting" ON "directory_syncs" USING btree ((true)) WHERE "directory_syncs"."held_at" is not null and "directory_syncs"."ended_at" is null;