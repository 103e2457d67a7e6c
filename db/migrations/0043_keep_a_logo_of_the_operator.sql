CREATE TABLE "logos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webp" "bytea" NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
