-- One row per word that the report folder says something of: to leave out, to count as another, or of a theme.
select 'stop' as kind, code as word, '' as code, '' as label_zh, '' as label_en, 0 as place
from ref_stop_words
where code is not null
union
select 'synonym', code, label_zh, '', '', 0
from ref_synonyms
where code is not null and label_zh is not null
union
select 'synonym', lower(code), lower(label_en), '', '', 0
from ref_synonyms
where code is not null and label_en is not null and label_en <> label_zh
union
select 'theme', word, theme, label_zh, label_en, place
from ref_themes
