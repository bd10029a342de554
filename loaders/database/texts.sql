-- Cells as the eye takes them. What none can see is never part of an id, a number or a category.
create or replace macro has_odd_characters(value) as regexp_matches(
  value,
  '[\x{0000}-\x{001f}\x{007f}-\x{00a0}\x{00ad}\x{034f}\x{061c}\x{115f}\x{1160}\x{1680}\x{17b4}\x{17b5}\x{180b}-\x{180e}\x{2000}-\x{200f}\x{2028}-\x{202f}\x{205f}-\x{206f}\x{3000}\x{3016}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ff01}-\x{ff5e}\x{ffa0}\x{fff9}-\x{fffb}]|^[ '']| $'
);
create or replace macro without_invisible(value) as regexp_replace(
  value,
  '[\x{0000}-\x{0008}\x{000e}-\x{001f}\x{007f}-\x{0084}\x{0086}-\x{009f}\x{00ad}\x{034f}\x{061c}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{fff9}-\x{fffb}]',
  '',
  'g'
);
create or replace macro one_blank(value) as trim(regexp_replace(
  value, '[\x{0009}-\x{000d}\x{0020}\x{0085}\x{00a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g'
));
-- A name or category: no blanks around it, nothing invisible in it, and less what was written in (其他〖排队太久〗 is 其他).
create or replace macro plain_category(value) as case when has_odd_characters(value)
  then nullif(one_blank(regexp_replace(without_invisible(value), '〖[^〗]*〗', '', 'g')), '') else value end;
-- An id, a number, a date, a code: full-width forms are the plain ones too, and the mark that keeps digits as text goes.
create or replace macro plain_value(value) as case when has_odd_characters(value)
  then nullif(regexp_replace(one_blank(translate(
    without_invisible(value),
    '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
    '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
  )), '^''+', ''), '') else value end;
