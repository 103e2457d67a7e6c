ALTER TABLE "letters" ADD COLUMN "placing" text DEFAULT 'not-recorded' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "placed_in" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_placing" CHECK ("letters"."placing" in ('inside', 'inside-live', 'elsewhere', 'elsewhere-live', 'unknown', 'not-looked-up', 'not-recorded'));