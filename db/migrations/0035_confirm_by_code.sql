ALTER TABLE "letters" ADD COLUMN "code_round" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "code_tries" smallint DEFAULT 0 NOT NULL;