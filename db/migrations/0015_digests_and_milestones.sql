CREATE TABLE "figure_digests" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"wanted_since" timestamp with time zone NOT NULL,
	"last_day" date
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"reached_at" timestamp with time zone NOT NULL,
	CONSTRAINT "milestones_campaign_id_kind_subject_pk" PRIMARY KEY("campaign_id","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "figure_digests" ADD CONSTRAINT "figure_digests_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;