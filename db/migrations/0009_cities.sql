-- The cities we ship. Source: GeoNames (https://www.geonames.org), CC BY 4.0; the same facts are in db/seed/cities.json.
-- A city has the same id in every installation (RFC 9562 version 8: our prefix, then its GeoNames number), so that
-- its address can be shared and a backup of one installation names the cities of another.
insert into directory.city (id, geonames_id, name, names, country, longitude, latitude, time_zone)
select ('e5ca1e00-0000-8000-8000-' || lpad(geonames_id::text, 12, '0'))::uuid, geonames_id, name, names::jsonb, country, longitude, latitude, time_zone
from (values
  (2293538, 'Abidjan'         , '{"fr":"Abidjan","en":"Abidjan"}', 'CI', -4.00167, 5.35444, 'Africa/Abidjan'),
  (2643743, 'London'          , '{"fr":"Londres","en":"London"}', 'GB', -0.12574, 51.50853, 'Europe/London'),
  ( 498817, 'Saint Petersburg', '{"fr":"Saint-Pétersbourg","en":"Saint Petersburg"}', 'RU', 30.31413, 59.93863, 'Europe/Moscow'),
  ( 293397, 'Tel Aviv'        , '{"fr":"Tel-Aviv","en":"Tel Aviv"}', 'IL', 34.78057, 32.08088, 'Asia/Jerusalem'),
  (3099434, 'Gdańsk'          , '{"fr":"Gdańsk","en":"Gdańsk"}', 'PL', 18.64912, 54.35227, 'Europe/Warsaw'),
  ( 524901, 'Moscow'          , '{"fr":"Moscou","en":"Moscow"}', 'RU', 37.61556, 55.75222, 'Europe/Moscow'),
  (5780993, 'Salt Lake City'  , '{"fr":"Salt Lake City","en":"Salt Lake City"}', 'US', -111.89105, 40.76078, 'America/Denver'),
  (3165524, 'Turin'           , '{"fr":"Turin","en":"Turin"}', 'IT', 7.68682, 45.07049, 'Europe/Rome'),
  ( 294801, 'Haifa'           , '{"fr":"Haifa","en":"Haifa"}', 'IL', 34.9885, 32.81841, 'Asia/Jerusalem'),
  (1880252, 'Singapore'       , '{"fr":"Singapour","en":"Singapore"}', 'SG', 103.85007, 1.28967, 'Asia/Singapore'),
  (1850147, 'Tokyo'           , '{"fr":"Tokyo","en":"Tokyo"}', 'JP', 139.69171, 35.6895, 'Asia/Tokyo'),
  (1808926, 'Hangzhou'        , '{"fr":"Hangzhou","en":"Hangzhou"}', 'CN', 120.16142, 30.29365, 'Asia/Shanghai'),
  (6325494, 'Québec'          , '{"fr":"Québec","en":"Québec"}', 'CA', -71.21454, 46.81228, 'America/Toronto'),
  (2464915, 'Sousse'          , '{"fr":"Sousse","en":"Sousse"}', 'TN', 10.63699, 35.82539, 'Africa/Tunis'),
  (1790645, 'Xiamen'          , '{"fr":"Xiamen","en":"Xiamen"}', 'CN', 118.08187, 24.47979, 'Asia/Shanghai'),
  (4699066, 'Houston'         , '{"fr":"Houston","en":"Houston"}', 'US', -95.36327, 29.76328, 'America/Chicago'),
  (3451190, 'Rio de Janeiro'  , '{"fr":"Rio de Janeiro","en":"Rio de Janeiro"}', 'BR', -43.18223, -22.90642, 'America/Sao_Paulo'),
  (2673730, 'Stockholm'       , '{"fr":"Stockholm","en":"Stockholm"}', 'SE', 18.06871, 59.32938, 'Europe/Stockholm'),
  (1790437, 'Zhuhai'          , '{"fr":"Zhuhai","en":"Zhuhai"}', 'CN', 113.56778, 22.27694, 'Asia/Shanghai'),
  (4164138, 'Miami'           , '{"fr":"Miami","en":"Miami"}', 'US', -80.19366, 25.77427, 'America/New_York'),
  (3176219, 'Genoa'           , '{"fr":"Gênes","en":"Genoa"}', 'IT', 8.94439, 44.40478, 'Europe/Rome'),
  (3173435, 'Milan'           , '{"fr":"Milan","en":"Milan"}', 'IT', 9.18951, 45.46427, 'Europe/Rome'),
  (2911298, 'Hamburg'         , '{"fr":"Hambourg","en":"Hamburg"}', 'DE', 9.99302, 53.55073, 'Europe/Berlin'),
  (6077243, 'Montréal'        , '{"fr":"Montréal","en":"Montréal"}', 'CA', -73.58781, 45.50884, 'America/Toronto'),
  (5391959, 'San Francisco'   , '{"fr":"San Francisco","en":"San Francisco"}', 'US', -122.41942, 37.77493, 'America/Los_Angeles'),
  (1796236, 'Shanghai'        , '{"fr":"Shanghai","en":"Shanghai"}', 'CN', 121.45806, 31.22222, 'Asia/Shanghai'),
  (4887398, 'Chicago'         , '{"fr":"Chicago","en":"Chicago"}', 'US', -87.65005, 41.85003, 'America/Chicago'),
  (1273294, 'Delhi'           , '{"fr":"Delhi","en":"Delhi"}', 'IN', 77.23149, 28.65195, 'Asia/Kolkata'),
  (2995469, 'Marseille'       , '{"fr":"Marseille","en":"Marseille"}', 'FR', 5.38107, 43.29695, 'Europe/Paris'),
  (2990440, 'Nice'            , '{"fr":"Nice","en":"Nice"}', 'FR', 7.26608, 43.70313, 'Europe/Paris'),
  (2990969, 'Nantes'          , '{"fr":"Nantes","en":"Nantes"}', 'FR', -1.55336, 47.21725, 'Europe/Paris'),
  (2988507, 'Paris'           , '{"fr":"Paris","en":"Paris"}', 'FR', 2.3488, 48.85341, 'Europe/Paris'),
  (3038354, 'Aix-en-Provence' , '{"fr":"Aix-en-Provence","en":"Aix-en-Provence"}', 'FR', 5.44973, 43.5283, 'Europe/Paris'),
  (2977921, 'Saint-Nazaire'   , '{"fr":"Saint-Nazaire","en":"Saint-Nazaire"}', 'FR', -2.20993, 47.27956, 'Europe/Paris'),
  (2861650, 'Nürnberg'        , '{"fr":"Nuremberg","en":"Nuremberg"}', 'DE', 11.07752, 49.45421, 'Europe/Berlin')
) as shipped (geonames_id, name, names, country, longitude, latitude, time_zone);
