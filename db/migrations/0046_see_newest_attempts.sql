-- Whether the mail service is just being asked about a letter. Being volatile it sees the attempts as they are when it is
-- asked, not as they were when the statement began: a row that another worker has let go of meanwhile is looked at again,
-- but subqueries beside it are not.
CREATE FUNCTION letter_in_call(letter uuid, leased_after timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM delivery_attempts attempt JOIN delivery_batches batch ON batch.id = attempt.batch_id
    WHERE attempt.letter_id = letter AND attempt.ended_at IS NULL
      AND (leased_after IS NULL OR batch.lease_until > leased_after)
  );
END $$;
