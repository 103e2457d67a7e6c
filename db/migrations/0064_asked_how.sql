ALTER TABLE "supporters" ADD COLUMN "updates_kind" text;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "updates_basis" text;