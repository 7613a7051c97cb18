-- Numbers of admissions: part of the signed code, unique in the whole house. Numbers of transactions that did not
-- commit are missing; the code holds 48 bits.
create sequence if not exists admission_serials as bigint maxvalue 281474976710655;
