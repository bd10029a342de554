-- Personal data is hidden here, once, where records enter; nothing after the base tables can show what it never had.
create or replace macro plain_digits(value) as translate(value, '０１２３４５６７８９＋－（）＠　', '0123456789+-()@ ');
create or replace macro only_digits(value) as regexp_replace(plain_digits(value), '[^0-9]', '', 'g');
-- For display: enough to recognise one's own entry, too little to reach or name anybody.
create or replace macro mask_phone(value) as case
  when regexp_full_match(value, '1[0-9]{10}') then left(value, 3) || '****' || right(value, 4)
  when length(only_digits(value)) >= 11 then left(right(only_digits(value), 11), 3) || '****' || right(only_digits(value), 4)
  else '****' || right(only_digits(value), 2)
end;
create or replace macro mask_name(value) as left(value, 1) || '**';
create or replace macro mask_email(value) as left(value, 1) || '***@***';
create or replace macro mask_bank_card(value) as '****' || right(only_digits(value), 4);
create or replace macro mask_plate(value) as left(value, 1) || '*****';
create or replace macro mask_address(value) as regexp_extract(value, '^([\p{Han}]{2,8}?(?:省|自治区))?([\p{Han}]{2,8}?(?:市|自治州|盟))?') || '***';
-- Longer than a person's name and with the word of a firm in it.
create or replace macro is_firm_name(value) as length(value) > 4 and regexp_matches(
  value,
  '公司|集团|酒店|宾馆|饭店|学校|大学|中学|小学|幼儿园|医院|银行|中心|工厂|商行|商店|超市|餐厅|事务所|研究院|协会|委员会|政府|(?i:\b(ltd|inc|llc|gmbh|corp|company|co|hotel|school|hospital|bank|university|group)\b)'
);
-- For comparing: one form of a number or name, to be hashed with the salt.
create or replace macro normal_phone(value) as case
  when regexp_full_match(value, '1[3-9][0-9]{9}') then value
  when regexp_matches(only_digits(value), '^(0086|86)1[3-9][0-9]{9}$') then right(only_digits(value), 11)
  when length(only_digits(value)) >= 7 and length(replace(only_digits(value), right(only_digits(value), 1), '')) > 0 then only_digits(value)
end;
create or replace macro normal_name(value) as case when regexp_full_match(value, '\p{Han}{2,4}') then value else nullif(regexp_replace(
  regexp_replace(lower(plain_digits(value)), '\(.*?\)|（.*?）|股份|有限|责任|公司|集团|\b(ltd|inc|llc|gmbh|corp|company|co)\b', '', 'g'),
  '[\s[:punct:]·・，。、“”‘’—省市]',
  '',
  'g'
), '') end;
create or replace macro private_key(kind, value) as left(sha256(getvariable('privacy_salt') || kind || ':' || value), 24);
