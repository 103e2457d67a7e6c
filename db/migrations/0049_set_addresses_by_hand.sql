ALTER TABLE "mps" ADD COLUMN "set_by_hand" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mps" ADD COLUMN "source_email" text;