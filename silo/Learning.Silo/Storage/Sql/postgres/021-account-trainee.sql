-- Which trainee an account is: whoever was trained as a trainer and trains others now. Set by an administrator.
alter table users add column trainee_id text;
