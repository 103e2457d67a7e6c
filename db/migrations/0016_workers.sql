CREATE TABLE "workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"queue_ids" text[] NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
