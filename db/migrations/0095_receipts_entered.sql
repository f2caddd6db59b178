-- A receipt handed in from a pocket is the draft of an expense: the line that takes its photograph is the answer to it, and takes it once.
create function pocket.enter_receipt() returns trigger language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_receipt pocket.receipt;
begin
  select * into v_receipt from pocket.receipt r where r.file_id = new.receipt_id for no key update;
  if not found then return null; end if;
  -- The line that corrects another keeps its photograph.
  if v_receipt.state = 'entered' and new.corrects_id is null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_handed_receipt_is_entered_once', message = 'this receipt has its expense already';
  end if;
  if v_receipt.state <> 'entered' then
    update pocket.receipt set state = 'entered', answered_at = new.recorded_at, reason = null where id = v_receipt.id;
  end if;
  return null;
end $$;
alter function pocket.enter_receipt owner to escale_keeper;
revoke all on function pocket.enter_receipt from public;
create trigger expenses_answer_receipts after insert on budget.expense for each row when (new.receipt_id is not null) execute function pocket.enter_receipt();
create index receipt_by_file on pocket.receipt (file_id);
