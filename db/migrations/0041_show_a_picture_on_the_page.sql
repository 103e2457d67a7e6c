ALTER TABLE "campaign_images" ADD COLUMN "phone" "bytea";--> statement-breakpoint
ALTER TABLE "campaign_images" ADD COLUMN "desk" "bytea";