CREATE TABLE "step_counts" (
	"campaign_id" uuid NOT NULL,
	"step" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"pressed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "step_counts_campaign_id_step_hour_pk" PRIMARY KEY("campaign_id","step","hour")
);
--> statement-breakpoint
ALTER TABLE "step_counts" ADD CONSTRAINT "step_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;