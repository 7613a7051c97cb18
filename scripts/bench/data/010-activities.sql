-- Copies of the season's public activities, in every language, draft and published, with links, prices and pictures.
-- Titles differ by words that a search can tell apart. Settings: bench.copies.

create temp table words as
select n, ru, en, zh
  from unnest(
    array['Янтарный','Лазурный','Тихий','Вечерний','Утренний','Северный','Старый','Золотой','Морской','Быстрый','Зимний','Весенний','Полуденный','Дальний','Мраморный','Хрустальный','Большой','Малый','Королевский','Семейный'],
    array['Amber','Azure','Quiet','Evening','Morning','Northern','Old','Golden','Marine','Swift','Winter','Spring','Noon','Distant','Marble','Crystal','Great','Little','Royal','Family'],
    array['琥珀','蔚蓝','宁静','傍晚','清晨','北方','古老','金色','海洋','快速','冬季','春天','正午','远方','大理石','水晶','大型','小巧','皇家','家庭']
  ) with ordinality as t (ru, en, zh, n);

create temp table nouns as
select n, ru, en, zh
  from unnest(
    array['маршрут','фарватер','парус','якорь','маяк','остров','залив','мост','причал','компас','шторм','прибой','фонарь','горизонт','лоцман','капитан','берег','канал','форт','рассвет'],
    array['route','fairway','sail','anchor','lighthouse','island','bay','bridge','pier','compass','storm','surf','lantern','horizon','pilot','captain','shore','canal','fort','sunrise'],
    array['航线','航道','风帆','船锚','灯塔','岛屿','海湾','桥梁','码头','罗盘','风暴','浪花','灯笼','地平线','领航员','船长','海岸','运河','堡垒','日出']
  ) with ordinality as t (ru, en, zh, n);

create temp table copies as
select a.id as old_id, c.copy,
       (select last_value from activities_id_seq) + row_number() over (order by c.copy, a.id) as new_id,
       'b' || substr(md5(a.document_id || '-' || c.copy), 1, 23) as document_id,
       (('x' || substr(md5(a.document_id), 1, 6))::bit(24)::int + c.copy * 7) % 400 as mix
  from activities a
  cross join generate_series(1, current_setting('bench.copies')::int) as c (copy)
 where a.audience = 'public' and a.kind <> 'rental';
create index on copies (old_id);

insert into activities
select (jsonb_populate_record(a, jsonb_build_object(
         'id', c.new_id, 'document_id', c.document_id, 'slug', a.slug || '-' || c.copy,
         'popularity', (a.popularity + c.mix) % 101,
         'title', a.title || case a.locale
            when 'ru' then ': ' || w.ru || ' ' || n.ru when 'en' then ': ' || w.en || ' ' || n.en
            else '：' || w.zh || n.zh end || ' ' || c.copy))).*
  from copies c
  join activities a on a.id = c.old_id
  join words w on w.n = c.mix / 20 + 1
  join nouns n on n.n = c.mix % 20 + 1;
select setval('activities_id_seq', (select max(id) from activities));

insert into activities_seller_lnk (activity_id, seller_id)
select c.new_id, l.seller_id from activities_seller_lnk l join copies c on c.old_id = l.activity_id;
insert into activities_route_lnk (activity_id, route_id)
select c.new_id, l.route_id from activities_route_lnk l join copies c on c.old_id = l.activity_id;
insert into activities_categories_lnk (activity_id, category_id, category_ord)
select c.new_id, l.category_id, l.category_ord from activities_categories_lnk l join copies c on c.old_id = l.activity_id;
insert into activities_ticket_types_lnk (activity_id, ticket_type_id, ticket_type_ord)
select c.new_id, l.ticket_type_id, l.ticket_type_ord
  from activities_ticket_types_lnk l join copies c on c.old_id = l.activity_id;
insert into files_related_mph (file_id, related_id, related_type, field, "order")
select m.file_id, c.new_id, m.related_type, m.field, m."order"
  from files_related_mph m join copies c on c.old_id = m.related_id
 where m.related_type = 'api::catalog.activity';

-- A price belongs to the draft and the published row of one language; a copy of it likewise.
create temp table price_copies as
select p.id as old_id, c.copy, p.id + (select last_value from prices_id_seq) * c.copy as new_id,
       'b' || substr(md5(p.document_id || '-' || c.copy), 1, 23) as document_id, min(c.mix) as mix
  from prices p
  join prices_activity_lnk l on l.price_id = p.id
  join copies c on c.old_id = l.activity_id
 group by p.id, p.document_id, c.copy;

insert into prices
select (jsonb_populate_record(p, jsonb_build_object(
         'id', c.new_id, 'document_id', c.document_id, 'amount', p.amount + c.mix * 100))).*
  from price_copies c join prices p on p.id = c.old_id;
select setval('prices_id_seq', (select max(id) from prices));
insert into prices_ticket_type_lnk (price_id, ticket_type_id)
select c.new_id, l.ticket_type_id from prices_ticket_type_lnk l join price_copies c on c.old_id = l.price_id;
insert into prices_activity_lnk (price_id, activity_id)
select p.new_id, c.new_id
  from prices_activity_lnk l
  join price_copies p on p.old_id = l.price_id
  join copies c on c.old_id = l.activity_id and c.copy = p.copy;

analyze;
