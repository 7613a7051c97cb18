create extension btree_gist;

create extension pg_trgm;

create table account_consents (
  account_id text not null,
  at timestamp with time zone not null,
  code text not null,
  given boolean not null,
  id bigint generated always as identity not null,
  version text not null,
  constraint account_consents_code_check CHECK ((code = ANY (ARRAY['personal-data'::text, 'marketing'::text]))),
  constraint account_consents_pkey PRIMARY KEY (id)
);
CREATE INDEX account_consents_account ON public.account_consents USING btree (account_id, id);

create table account_links (
  account_id text,
  email text not null,
  ends_at timestamp with time zone not null,
  id text not null,
  language text not null,
  made_at timestamp with time zone not null,
  purpose text not null,
  registration jsonb,
  used_at timestamp with time zone,
  constraint account_links_language_check CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text, 'zh'::text]))),
  constraint account_links_pkey PRIMARY KEY (id),
  constraint account_links_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'password'::text, 'email'::text]))),
  constraint account_links_registration CHECK ((((purpose = 'register'::text) = (registration IS NOT NULL)) OR (used_at IS NOT NULL)))
);
CREATE INDEX account_links_account ON public.account_links USING btree (account_id);
CREATE INDEX account_links_email ON public.account_links USING btree (email, made_at DESC);
CREATE INDEX account_links_ends_at ON public.account_links USING btree (ends_at);

create table account_sessions (
  account_id text not null,
  began_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  id text not null,
  constraint account_sessions_pkey PRIMARY KEY (id)
);
CREATE INDEX account_sessions_account ON public.account_sessions USING btree (account_id);
CREATE INDEX account_sessions_ends_at ON public.account_sessions USING btree (ends_at);

create table activities (
  archived boolean,
  audience character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  description text,
  document_id character varying(255),
  duration_minutes integer,
  id integer default nextval('activities_id_seq'::regclass) not null,
  included text,
  kind character varying(255),
  locale character varying(255),
  meeting_point text,
  min_age integer,
  not_included text,
  passenger_data character varying(255),
  popularity integer,
  published_at timestamp(6) without time zone,
  questions text,
  refund_policy character varying(255),
  sales_cutoff_minutes integer,
  slug character varying(255),
  summary text,
  title character varying(255),
  tour_languages character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  vat_kind character varying(255),
  vat_mode character varying(255),
  constraint activities_audience CHECK (((published_at IS NULL) OR ((audience)::text = ANY ((ARRAY['public'::character varying, 'members'::character varying, 'vip'::character varying])::text[])))),
  constraint activities_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint activities_duration CHECK (((published_at IS NULL) OR (duration_minutes > 0))),
  constraint activities_kind CHECK (((published_at IS NULL) OR ((kind)::text = ANY ((ARRAY['excursion'::character varying, 'event'::character varying, 'rental'::character varying])::text[])))),
  constraint activities_passenger_data CHECK (((published_at IS NULL) OR ((passenger_data)::text = ANY ((ARRAY['none'::character varying, 'names'::character varying, 'documents'::character varying])::text[])))),
  constraint activities_pkey PRIMARY KEY (id),
  constraint activities_refund_policy CHECK (((published_at IS NULL) OR ((refund_policy)::text = ANY ((ARRAY['until24h'::character varying, 'flexible'::character varying, 'nonRefundable'::character varying])::text[])))),
  constraint activities_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint activities_vat CHECK (((published_at IS NULL) OR (((vat_mode)::text = ANY ((ARRAY['none'::character varying, 'included'::character varying, 'excluded'::character varying])::text[])) AND ((vat_kind)::text = ANY ((ARRAY['standard'::character varying, 'reduced'::character varying, 'zero'::character varying, 'simplified5'::character varying, 'simplified7'::character varying])::text[])))))
);
CREATE INDEX activities_created_by_id_fk ON public.activities USING btree (created_by_id);
CREATE INDEX activities_documents_idx ON public.activities USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX activities_published_slug ON public.activities USING btree (slug, locale) WHERE (published_at IS NOT NULL);
CREATE INDEX activities_updated_by_id_fk ON public.activities USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.activities FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.activities REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.activities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.activities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table activities_categories_lnk (
  activity_id integer,
  category_id integer,
  category_ord double precision,
  id integer default nextval('activities_categories_lnk_id_seq'::regclass) not null,
  constraint activities_categories_lnk_fk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint activities_categories_lnk_ifk FOREIGN KEY (category_id) REFERENCES categories(id) ON DELETE CASCADE,
  constraint activities_categories_lnk_pkey PRIMARY KEY (id),
  constraint activities_categories_lnk_uq UNIQUE (activity_id, category_id)
);
CREATE INDEX activities_categories_lnk_fk ON public.activities_categories_lnk USING btree (activity_id);
CREATE INDEX activities_categories_lnk_ifk ON public.activities_categories_lnk USING btree (category_id);
CREATE INDEX activities_categories_lnk_ofk ON public.activities_categories_lnk USING btree (category_ord);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.activities_categories_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.activities_categories_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.activities_categories_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.activities_categories_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.activities_categories_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');

create table activities_route_lnk (
  activity_id integer,
  id integer default nextval('activities_route_lnk_id_seq'::regclass) not null,
  route_id integer,
  constraint activities_route_lnk_fk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint activities_route_lnk_ifk FOREIGN KEY (route_id) REFERENCES routes(id) ON DELETE CASCADE,
  constraint activities_route_lnk_pkey PRIMARY KEY (id),
  constraint activities_route_lnk_uq UNIQUE (activity_id, route_id)
);
CREATE INDEX activities_route_lnk_fk ON public.activities_route_lnk USING btree (activity_id);
CREATE INDEX activities_route_lnk_ifk ON public.activities_route_lnk USING btree (route_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.activities_route_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.activities_route_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.activities_route_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.activities_route_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.activities_route_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');

create table activities_seller_lnk (
  activity_id integer,
  id integer default nextval('activities_seller_lnk_id_seq'::regclass) not null,
  seller_id integer,
  constraint activities_seller_lnk_fk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint activities_seller_lnk_ifk FOREIGN KEY (seller_id) REFERENCES sellers(id) ON DELETE CASCADE,
  constraint activities_seller_lnk_pkey PRIMARY KEY (id),
  constraint activities_seller_lnk_uq UNIQUE (activity_id, seller_id)
);
CREATE INDEX activities_seller_lnk_fk ON public.activities_seller_lnk USING btree (activity_id);
CREATE INDEX activities_seller_lnk_ifk ON public.activities_seller_lnk USING btree (seller_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.activities_seller_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.activities_seller_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.activities_seller_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.activities_seller_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.activities_seller_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');

create table activities_ticket_types_lnk (
  activity_id integer,
  id integer default nextval('activities_ticket_types_lnk_id_seq'::regclass) not null,
  ticket_type_id integer,
  ticket_type_ord double precision,
  constraint activities_ticket_types_lnk_fk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint activities_ticket_types_lnk_ifk FOREIGN KEY (ticket_type_id) REFERENCES ticket_types(id) ON DELETE CASCADE,
  constraint activities_ticket_types_lnk_pkey PRIMARY KEY (id),
  constraint activities_ticket_types_lnk_uq UNIQUE (activity_id, ticket_type_id)
);
CREATE INDEX activities_ticket_types_lnk_fk ON public.activities_ticket_types_lnk USING btree (activity_id);
CREATE INDEX activities_ticket_types_lnk_ifk ON public.activities_ticket_types_lnk USING btree (ticket_type_id);
CREATE INDEX activities_ticket_types_lnk_ofk ON public.activities_ticket_types_lnk USING btree (ticket_type_ord);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.activities_ticket_types_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.activities_ticket_types_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.activities_ticket_types_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.activities_ticket_types_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.activities_ticket_types_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('activities', 'activity_id');

create table activity_sales (
  document_id text not null,
  tickets integer not null,
  constraint activity_sales_pkey PRIMARY KEY (document_id),
  constraint activity_sales_tickets_check CHECK ((tickets > 0))
);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.activity_sales FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.activity_sales REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_sales_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.activity_sales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_sales_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.activity_sales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_sales_changed();

create table admin_permissions (
  action character varying(255),
  action_parameters jsonb,
  conditions jsonb,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('admin_permissions_id_seq'::regclass) not null,
  locale character varying(255),
  properties jsonb,
  published_at timestamp(6) without time zone,
  subject character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint admin_permissions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint admin_permissions_pkey PRIMARY KEY (id),
  constraint admin_permissions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX admin_permissions_created_by_id_fk ON public.admin_permissions USING btree (created_by_id);
CREATE INDEX admin_permissions_documents_idx ON public.admin_permissions USING btree (document_id, locale, published_at);
CREATE INDEX admin_permissions_updated_by_id_fk ON public.admin_permissions USING btree (updated_by_id);

create table admin_permissions_api_token_lnk (
  api_token_id integer,
  id integer default nextval('admin_permissions_api_token_lnk_id_seq'::regclass) not null,
  permission_id integer,
  permission_ord double precision,
  constraint admin_permissions_api_token_lnk_fk FOREIGN KEY (permission_id) REFERENCES admin_permissions(id) ON DELETE CASCADE,
  constraint admin_permissions_api_token_lnk_ifk FOREIGN KEY (api_token_id) REFERENCES strapi_api_tokens(id) ON DELETE CASCADE,
  constraint admin_permissions_api_token_lnk_pkey PRIMARY KEY (id),
  constraint admin_permissions_api_token_lnk_uq UNIQUE (permission_id, api_token_id)
);
CREATE INDEX admin_permissions_api_token_lnk_fk ON public.admin_permissions_api_token_lnk USING btree (permission_id);
CREATE INDEX admin_permissions_api_token_lnk_ifk ON public.admin_permissions_api_token_lnk USING btree (api_token_id);
CREATE INDEX admin_permissions_api_token_lnk_oifk ON public.admin_permissions_api_token_lnk USING btree (permission_ord);

create table admin_permissions_role_lnk (
  id integer default nextval('admin_permissions_role_lnk_id_seq'::regclass) not null,
  permission_id integer,
  permission_ord double precision,
  role_id integer,
  constraint admin_permissions_role_lnk_fk FOREIGN KEY (permission_id) REFERENCES admin_permissions(id) ON DELETE CASCADE,
  constraint admin_permissions_role_lnk_ifk FOREIGN KEY (role_id) REFERENCES admin_roles(id) ON DELETE CASCADE,
  constraint admin_permissions_role_lnk_pkey PRIMARY KEY (id),
  constraint admin_permissions_role_lnk_uq UNIQUE (permission_id, role_id)
);
CREATE INDEX admin_permissions_role_lnk_fk ON public.admin_permissions_role_lnk USING btree (permission_id);
CREATE INDEX admin_permissions_role_lnk_ifk ON public.admin_permissions_role_lnk USING btree (role_id);
CREATE INDEX admin_permissions_role_lnk_oifk ON public.admin_permissions_role_lnk USING btree (permission_ord);

create table admin_roles (
  code character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  description character varying(255),
  document_id character varying(255),
  id integer default nextval('admin_roles_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint admin_roles_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint admin_roles_pkey PRIMARY KEY (id),
  constraint admin_roles_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX admin_roles_created_by_id_fk ON public.admin_roles USING btree (created_by_id);
CREATE INDEX admin_roles_documents_idx ON public.admin_roles USING btree (document_id, locale, published_at);
CREATE INDEX admin_roles_updated_by_id_fk ON public.admin_roles USING btree (updated_by_id);

create table admin_users (
  blocked boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  email character varying(255),
  firstname character varying(255),
  id integer default nextval('admin_users_id_seq'::regclass) not null,
  is_active boolean,
  lastname character varying(255),
  locale character varying(255),
  password character varying(255),
  prefered_language character varying(255),
  published_at timestamp(6) without time zone,
  registration_token character varying(255),
  reset_password_token character varying(255),
  reset_password_token_expires_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  username character varying(255),
  constraint admin_users_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint admin_users_pkey PRIMARY KEY (id),
  constraint admin_users_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX admin_users_created_by_id_fk ON public.admin_users USING btree (created_by_id);
CREATE INDEX admin_users_documents_idx ON public.admin_users USING btree (document_id, locale, published_at);
CREATE INDEX admin_users_updated_by_id_fk ON public.admin_users USING btree (updated_by_id);

create table admin_users_roles_lnk (
  id integer default nextval('admin_users_roles_lnk_id_seq'::regclass) not null,
  role_id integer,
  role_ord double precision,
  user_id integer,
  user_ord double precision,
  constraint admin_users_roles_lnk_fk FOREIGN KEY (user_id) REFERENCES admin_users(id) ON DELETE CASCADE,
  constraint admin_users_roles_lnk_ifk FOREIGN KEY (role_id) REFERENCES admin_roles(id) ON DELETE CASCADE,
  constraint admin_users_roles_lnk_pkey PRIMARY KEY (id),
  constraint admin_users_roles_lnk_uq UNIQUE (user_id, role_id)
);
CREATE INDEX admin_users_roles_lnk_fk ON public.admin_users_roles_lnk USING btree (user_id);
CREATE INDEX admin_users_roles_lnk_ifk ON public.admin_users_roles_lnk USING btree (role_id);
CREATE INDEX admin_users_roles_lnk_ofk ON public.admin_users_roles_lnk USING btree (role_ord);
CREATE INDEX admin_users_roles_lnk_oifk ON public.admin_users_roles_lnk USING btree (user_ord);

create table admissions (
  code text,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  event_id character varying(255),
  holder_name text,
  id integer default nextval('admissions_id_seq'::regclass) not null,
  issued_at timestamp(6) without time zone,
  key_id character varying(255),
  locale character varying(255),
  names jsonb,
  order_id character varying(255),
  order_line_id character varying(255),
  published_at timestamp(6) without time zone,
  seat_code character varying(255),
  serial bigint,
  state character varying(255),
  ticket_type_id character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  used_at timestamp(6) without time zone,
  voided_at timestamp(6) without time zone,
  zone character varying(255),
  constraint admissions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint admissions_pkey PRIMARY KEY (id),
  constraint admissions_state CHECK (((state)::text = ANY ((ARRAY['issued'::character varying, 'voided'::character varying, 'used'::character varying])::text[]))),
  constraint admissions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX admissions_created_by_id_fk ON public.admissions USING btree (created_by_id);
CREATE UNIQUE INDEX admissions_document ON public.admissions USING btree (document_id);
CREATE INDEX admissions_documents_idx ON public.admissions USING btree (document_id, locale, published_at);
CREATE INDEX admissions_event ON public.admissions USING btree (event_id);
CREATE INDEX admissions_order ON public.admissions USING btree (order_id);
CREATE UNIQUE INDEX admissions_seat ON public.admissions USING btree (event_id, seat_code) WHERE (((state)::text <> 'voided'::text) AND (seat_code IS NOT NULL));
CREATE UNIQUE INDEX admissions_serial ON public.admissions USING btree (serial);
CREATE INDEX admissions_updated_by_id_fk ON public.admissions USING btree (updated_by_id);

create table audit_log (
  action text not null,
  actor_id text,
  actor_kind text not null,
  at timestamp with time zone not null,
  details jsonb default '{}'::jsonb not null,
  id bigint generated always as identity not null,
  subject_id text not null,
  subject_kind text not null,
  trace_id text,
  written_at timestamp with time zone default clock_timestamp() not null,
  constraint audit_log_actor_kind CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'customer'::text, 'system'::text]))),
  constraint audit_log_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_log_action ON public.audit_log USING btree (action, at);
CREATE INDEX audit_log_actor ON public.audit_log USING btree (actor_kind, actor_id, at);
CREATE INDEX audit_log_at ON public.audit_log USING btree (at);
CREATE INDEX audit_log_subject ON public.audit_log USING btree (subject_kind, subject_id, at);
CREATE TRIGGER audit_log_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse_change();

create table berths (
  address jsonb,
  archived boolean,
  city jsonb,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  directions jsonb,
  document_id character varying(255),
  id integer default nextval('berths_id_seq'::regclass) not null,
  label character varying(255),
  latitude double precision,
  locale character varying(255),
  longitude double precision,
  name jsonb,
  published_at timestamp(6) without time zone,
  slug character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint berths_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint berths_pkey PRIMARY KEY (id),
  constraint berths_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX berths_created_by_id_fk ON public.berths USING btree (created_by_id);
CREATE INDEX berths_documents_idx ON public.berths USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX berths_slug ON public.berths USING btree (slug);
CREATE INDEX berths_updated_by_id_fk ON public.berths USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.berths FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.berths REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.berths REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.berths REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table categories (
  archived boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('categories_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  name jsonb,
  "position" integer,
  published_at timestamp(6) without time zone,
  slug character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint categories_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint categories_pkey PRIMARY KEY (id),
  constraint categories_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX categories_created_by_id_fk ON public.categories USING btree (created_by_id);
CREATE INDEX categories_documents_idx ON public.categories USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX categories_slug ON public.categories USING btree (slug);
CREATE INDEX categories_updated_by_id_fk ON public.categories USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.categories FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.categories REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.categories REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.categories REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table clock_offset (
  id boolean default true not null,
  moved_at timestamp with time zone default clock_timestamp() not null,
  offset_ms bigint default 0 not null,
  constraint clock_offset_pkey PRIMARY KEY (id),
  constraint clock_offset_single_row CHECK (id)
);
CREATE TRIGGER clock_offset_moved AFTER UPDATE ON public.clock_offset FOR EACH ROW EXECUTE FUNCTION clock_offset_announce();

create table counter_claims (
  created_at timestamp with time zone not null,
  event_id text not null,
  expires_at timestamp with time zone,
  hold_id text,
  id bigint generated always as identity not null,
  order_id text,
  pool text not null,
  quantity integer not null,
  release_reason text,
  released_at timestamp with time zone,
  state text not null,
  takes_place boolean not null,
  ticket_type_id text not null,
  zone text,
  constraint counter_claims_held CHECK (((state <> 'held'::text) OR ((expires_at IS NOT NULL) AND (hold_id IS NOT NULL)))),
  constraint counter_claims_pkey PRIMARY KEY (id),
  constraint counter_claims_quantity CHECK ((quantity > 0)),
  constraint counter_claims_reason CHECK (((released_at IS NULL) = (release_reason IS NULL))),
  constraint counter_claims_sold CHECK (((state <> 'sold'::text) OR ((expires_at IS NULL) AND (order_id IS NOT NULL)))),
  constraint counter_claims_state CHECK ((state = ANY (ARRAY['held'::text, 'sold'::text])))
);
CREATE INDEX counter_claims_due ON public.counter_claims USING btree (event_id, expires_at) WHERE ((released_at IS NULL) AND (state = 'held'::text));
CREATE UNIQUE INDEX counter_claims_live ON public.counter_claims USING btree (hold_id, pool, ticket_type_id) WHERE ((released_at IS NULL) AND (state = 'held'::text));
CREATE INDEX counter_claims_of_hold ON public.counter_claims USING btree (hold_id) WHERE (hold_id IS NOT NULL);
CREATE INDEX counter_claims_of_order ON public.counter_claims USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX counter_claims_of_type ON public.counter_claims USING btree (ticket_type_id);

create table customers (
  account_id character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  email character varying(255),
  full_name text,
  id integer default nextval('customers_id_seq'::regclass) not null,
  language character varying(255),
  locale character varying(255),
  phone character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint customers_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint customers_pkey PRIMARY KEY (id),
  constraint customers_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX customers_account ON public.customers USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX customers_created_by_id_fk ON public.customers USING btree (created_by_id);
CREATE UNIQUE INDEX customers_document ON public.customers USING btree (document_id);
CREATE INDEX customers_documents_idx ON public.customers USING btree (document_id, locale, published_at);
CREATE INDEX customers_email ON public.customers USING btree (email);
CREATE UNIQUE INDEX customers_guest ON public.customers USING btree (email) WHERE ((account_id IS NULL) AND (email IS NOT NULL));
CREATE INDEX customers_phone ON public.customers USING btree (phone);
CREATE INDEX customers_updated_by_id_fk ON public.customers USING btree (updated_by_id);

create table departure_cancellations (
  cancelled_at timestamp with time zone not null,
  cause text not null,
  event_id text not null,
  reason text not null,
  staff_id text not null,
  constraint departure_cancellations_pkey PRIMARY KEY (event_id)
);
CREATE INDEX departure_cancellations_at ON public.departure_cancellations USING btree (cancelled_at);

create table departure_cancelled_jobs (
  event_id text not null,
  order_id text not null,
  constraint departure_cancelled_jobs_event_id_fkey FOREIGN KEY (event_id) REFERENCES departure_cancellations(event_id),
  constraint departure_cancelled_jobs_pkey PRIMARY KEY (event_id, order_id)
);

create table departure_cancelled_orders (
  event_id text not null,
  handled_at timestamp with time zone not null,
  order_id text not null,
  outcome text not null,
  refund_request_id text,
  constraint departure_cancelled_orders_event_id_fkey FOREIGN KEY (event_id) REFERENCES departure_cancellations(event_id),
  constraint departure_cancelled_orders_outcome CHECK ((outcome = ANY (ARRAY['refunded'::text, 'ended'::text, 'nothing'::text]))),
  constraint departure_cancelled_orders_pkey PRIMARY KEY (event_id, order_id)
);

create table departure_changes (
  after jsonb not null,
  before jsonb not null,
  cause text not null,
  changed_at timestamp with time zone not null,
  event_id text not null,
  id text not null,
  reason text not null,
  refundable boolean not null,
  staff_id text not null,
  constraint departure_changes_pkey PRIMARY KEY (id)
);
CREATE INDEX departure_changes_event ON public.departure_changes USING btree (event_id, changed_at);

create table departure_reminders (
  due_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  event_id text not null,
  kind text not null,
  order_id text not null,
  outcome text,
  constraint departure_reminders_ended CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint departure_reminders_kind CHECK ((kind = ANY (ARRAY['day'::text, 'soon'::text]))),
  constraint departure_reminders_outcome CHECK ((outcome = ANY (ARRAY['told'::text, 'late'::text, 'off'::text]))),
  constraint departure_reminders_pkey PRIMARY KEY (order_id, event_id, kind)
);
CREATE INDEX departure_reminders_due ON public.departure_reminders USING btree (due_at) WHERE (ended_at IS NULL);
CREATE INDEX departure_reminders_of_event ON public.departure_reminders USING btree (event_id);

create table dropped_occurrences (
  occurrence text not null,
  constraint dropped_occurrences_pkey PRIMARY KEY (occurrence)
);

create table events (
  archived boolean,
  capacity integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  delay_minutes integer,
  document_id character varying(255),
  end_at timestamp(6) without time zone,
  id integer default nextval('events_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  notice jsonb,
  occurrence character varying(255),
  published_at timestamp(6) without time zone,
  sales_end_at timestamp(6) without time zone,
  sales_start_at timestamp(6) without time zone,
  seating character varying(255),
  start_at timestamp(6) without time zone,
  state character varying(255),
  timezone character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint events_capacity CHECK ((capacity > 0)),
  constraint events_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint events_delay CHECK (((delay_minutes IS NULL) OR (delay_minutes >= 0))),
  constraint events_end_after_start CHECK ((end_at > start_at)),
  constraint events_pkey PRIMARY KEY (id),
  constraint events_sales_window CHECK (((sales_start_at IS NULL) OR (sales_end_at IS NULL) OR (sales_end_at > sales_start_at))),
  constraint events_seating CHECK (((seating)::text = ANY ((ARRAY['assigned'::character varying, 'general'::character varying])::text[]))),
  constraint events_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'on_sale'::character varying, 'closed'::character varying, 'boarding'::character varying, 'departed'::character varying, 'completed'::character varying, 'cancelled'::character varying])::text[]))),
  constraint events_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX events_created_by_id_fk ON public.events USING btree (created_by_id);
CREATE INDEX events_documents_idx ON public.events USING btree (document_id, locale, published_at);
CREATE INDEX events_end_at ON public.events USING btree (end_at);
CREATE UNIQUE INDEX events_occurrence ON public.events USING btree (occurrence) WHERE (occurrence IS NOT NULL);
CREATE INDEX events_updated_by_id_fk ON public.events USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_events_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_events_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_events_changed();
CREATE TRIGGER departure_reminders_follow AFTER UPDATE ON public.events FOR EACH ROW WHEN (((old.start_at IS DISTINCT FROM new.start_at) OR (old.delay_minutes IS DISTINCT FROM new.delay_minutes))) EXECUTE FUNCTION departure_reminders_follow();
CREATE TRIGGER events_deleted_drop_occurrence AFTER DELETE ON public.events FOR EACH ROW WHEN ((old.occurrence IS NOT NULL)) EXECUTE FUNCTION events_drop_occurrence();
CREATE TRIGGER events_deleted_free_vessel AFTER DELETE ON public.events FOR EACH ROW EXECUTE FUNCTION events_free_vessel();
CREATE TRIGGER events_withdrawn_free_vessel AFTER UPDATE OF state, archived ON public.events FOR EACH ROW WHEN ((((new.state)::text = 'cancelled'::text) OR new.archived)) EXECUTE FUNCTION events_free_vessel();

create table events_activity_lnk (
  activity_id integer,
  event_id integer,
  id integer default nextval('events_activity_lnk_id_seq'::regclass) not null,
  constraint events_activity_lnk_fk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint events_activity_lnk_ifk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint events_activity_lnk_pkey PRIMARY KEY (id),
  constraint events_activity_lnk_uq UNIQUE (event_id, activity_id)
);
CREATE INDEX events_activity_lnk_fk ON public.events_activity_lnk USING btree (event_id);
CREATE INDEX events_activity_lnk_ifk ON public.events_activity_lnk USING btree (activity_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.events_activity_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.events_activity_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.events_activity_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.events_activity_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.events_activity_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();

create table events_berth_lnk (
  berth_id integer,
  event_id integer,
  id integer default nextval('events_berth_lnk_id_seq'::regclass) not null,
  constraint events_berth_lnk_fk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint events_berth_lnk_ifk FOREIGN KEY (berth_id) REFERENCES berths(id) ON DELETE CASCADE,
  constraint events_berth_lnk_pkey PRIMARY KEY (id),
  constraint events_berth_lnk_uq UNIQUE (event_id, berth_id)
);
CREATE INDEX events_berth_lnk_fk ON public.events_berth_lnk USING btree (event_id);
CREATE INDEX events_berth_lnk_ifk ON public.events_berth_lnk USING btree (berth_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.events_berth_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.events_berth_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.events_berth_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.events_berth_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.events_berth_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();

create table events_schedule_lnk (
  event_id integer,
  id integer default nextval('events_schedule_lnk_id_seq'::regclass) not null,
  schedule_id integer,
  constraint events_schedule_lnk_fk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint events_schedule_lnk_ifk FOREIGN KEY (schedule_id) REFERENCES schedules(id) ON DELETE CASCADE,
  constraint events_schedule_lnk_pkey PRIMARY KEY (id),
  constraint events_schedule_lnk_uq UNIQUE (event_id, schedule_id)
);
CREATE INDEX events_schedule_lnk_fk ON public.events_schedule_lnk USING btree (event_id);
CREATE INDEX events_schedule_lnk_ifk ON public.events_schedule_lnk USING btree (schedule_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.events_schedule_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table events_seating_plan_lnk (
  event_id integer,
  id integer default nextval('events_seating_plan_lnk_id_seq'::regclass) not null,
  seating_plan_id integer,
  constraint events_seating_plan_lnk_fk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint events_seating_plan_lnk_ifk FOREIGN KEY (seating_plan_id) REFERENCES seating_plans(id) ON DELETE CASCADE,
  constraint events_seating_plan_lnk_pkey PRIMARY KEY (id),
  constraint events_seating_plan_lnk_uq UNIQUE (event_id, seating_plan_id)
);
CREATE INDEX events_seating_plan_lnk_fk ON public.events_seating_plan_lnk USING btree (event_id);
CREATE INDEX events_seating_plan_lnk_ifk ON public.events_seating_plan_lnk USING btree (seating_plan_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.events_seating_plan_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.events_seating_plan_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.events_seating_plan_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.events_seating_plan_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.events_seating_plan_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();

create table events_venue_lnk (
  event_id integer,
  id integer default nextval('events_venue_lnk_id_seq'::regclass) not null,
  venue_id integer,
  constraint events_venue_lnk_fk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint events_venue_lnk_ifk FOREIGN KEY (venue_id) REFERENCES venues(id) ON DELETE CASCADE,
  constraint events_venue_lnk_pkey PRIMARY KEY (id),
  constraint events_venue_lnk_uq UNIQUE (event_id, venue_id)
);
CREATE INDEX events_venue_lnk_fk ON public.events_venue_lnk USING btree (event_id);
CREATE INDEX events_venue_lnk_ifk ON public.events_venue_lnk USING btree (venue_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.events_venue_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.events_venue_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.events_venue_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.events_venue_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.events_venue_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();

create table events_vessel_lnk (
  event_id integer,
  id integer default nextval('events_vessel_lnk_id_seq'::regclass) not null,
  vessel_id integer,
  constraint events_vessel_lnk_fk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint events_vessel_lnk_ifk FOREIGN KEY (vessel_id) REFERENCES vessels(id) ON DELETE CASCADE,
  constraint events_vessel_lnk_pkey PRIMARY KEY (id),
  constraint events_vessel_lnk_uq UNIQUE (event_id, vessel_id)
);
CREATE INDEX events_vessel_lnk_fk ON public.events_vessel_lnk USING btree (event_id);
CREATE INDEX events_vessel_lnk_ifk ON public.events_vessel_lnk USING btree (vessel_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.events_vessel_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.events_vessel_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.events_vessel_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.events_vessel_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.events_vessel_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_event_links_changed();

create table fees (
  active boolean,
  amount integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  document_id character varying(255),
  id integer default nextval('fees_id_seq'::regclass) not null,
  kind character varying(255),
  label character varying(255),
  locale character varying(255),
  name jsonb,
  percent double precision,
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  vat_kind character varying(255),
  vat_mode character varying(255),
  constraint fees_amount CHECK (((amount IS NULL) OR (amount >= 0))),
  constraint fees_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint fees_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint fees_kind CHECK (((kind)::text = ANY ((ARRAY['amount'::character varying, 'percent'::character varying])::text[]))),
  constraint fees_percent CHECK (((percent IS NULL) OR ((percent >= (0)::double precision) AND (percent <= (100)::double precision)))),
  constraint fees_pkey PRIMARY KEY (id),
  constraint fees_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint fees_vat CHECK ((((vat_mode)::text = ANY ((ARRAY['none'::character varying, 'included'::character varying, 'excluded'::character varying])::text[])) AND ((vat_kind)::text = ANY ((ARRAY['standard'::character varying, 'reduced'::character varying, 'zero'::character varying, 'simplified5'::character varying, 'simplified7'::character varying])::text[]))))
);
CREATE INDEX fees_created_by_id_fk ON public.fees USING btree (created_by_id);
CREATE INDEX fees_documents_idx ON public.fees USING btree (document_id, locale, published_at);
CREATE INDEX fees_updated_by_id_fk ON public.fees USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.fees FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.fees REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.fees REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.fees REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table fees_seller_lnk (
  fee_id integer,
  id integer default nextval('fees_seller_lnk_id_seq'::regclass) not null,
  seller_id integer,
  constraint fees_seller_lnk_fk FOREIGN KEY (fee_id) REFERENCES fees(id) ON DELETE CASCADE,
  constraint fees_seller_lnk_ifk FOREIGN KEY (seller_id) REFERENCES sellers(id) ON DELETE CASCADE,
  constraint fees_seller_lnk_pkey PRIMARY KEY (id),
  constraint fees_seller_lnk_uq UNIQUE (fee_id, seller_id)
);
CREATE INDEX fees_seller_lnk_fk ON public.fees_seller_lnk USING btree (fee_id);
CREATE INDEX fees_seller_lnk_ifk ON public.fees_seller_lnk USING btree (seller_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.fees_seller_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.fees_seller_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('fees', 'fee_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.fees_seller_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('fees', 'fee_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.fees_seller_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('fees', 'fee_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.fees_seller_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('fees', 'fee_id');

create table files (
  alternative_text text,
  caption text,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  ext character varying(255),
  focal_point jsonb,
  folder_path character varying(255),
  formats jsonb,
  hash character varying(255),
  height integer,
  id integer default nextval('files_id_seq'::regclass) not null,
  locale character varying(255),
  mime character varying(255),
  name character varying(255),
  preview_url text,
  provider character varying(255),
  provider_metadata jsonb,
  published_at timestamp(6) without time zone,
  size numeric(10,2),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  url text,
  width integer,
  constraint files_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX files_created_by_id_fk ON public.files USING btree (created_by_id);
CREATE INDEX files_documents_idx ON public.files USING btree (document_id, locale, published_at);
CREATE INDEX files_updated_by_id_fk ON public.files USING btree (updated_by_id);
CREATE INDEX upload_files_created_at_index ON public.files USING btree (created_at);
CREATE INDEX upload_files_ext_index ON public.files USING btree (ext);
CREATE INDEX upload_files_folder_path_index ON public.files USING btree (folder_path);
CREATE INDEX upload_files_name_index ON public.files USING btree (name);
CREATE INDEX upload_files_size_index ON public.files USING btree (size);
CREATE INDEX upload_files_updated_at_index ON public.files USING btree (updated_at);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.files FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_files_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_files_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_files_changed();

create table files_folder_lnk (
  file_id integer,
  file_ord double precision,
  folder_id integer,
  id integer default nextval('files_folder_lnk_id_seq'::regclass) not null,
  constraint files_folder_lnk_fk FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint files_folder_lnk_ifk FOREIGN KEY (folder_id) REFERENCES upload_folders(id) ON DELETE CASCADE,
  constraint files_folder_lnk_pkey PRIMARY KEY (id),
  constraint files_folder_lnk_uq UNIQUE (file_id, folder_id)
);
CREATE INDEX files_folder_lnk_fk ON public.files_folder_lnk USING btree (file_id);
CREATE INDEX files_folder_lnk_ifk ON public.files_folder_lnk USING btree (folder_id);
CREATE INDEX files_folder_lnk_oifk ON public.files_folder_lnk USING btree (file_ord);

create table files_related_mph (
  field character varying(255),
  file_id integer,
  id integer default nextval('files_related_mph_id_seq'::regclass) not null,
  "order" double precision,
  related_id integer,
  related_type character varying(255),
  constraint files_related_mph_fk FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint files_related_mph_pkey PRIMARY KEY (id)
);
CREATE INDEX files_related_mph_fk ON public.files_related_mph USING btree (file_id);
CREATE INDEX files_related_mph_idix ON public.files_related_mph USING btree (related_id);
CREATE INDEX files_related_mph_oidx ON public.files_related_mph USING btree ("order");
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.files_related_mph FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.files_related_mph REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_pictures_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.files_related_mph REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_pictures_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.files_related_mph REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_pictures_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.files_related_mph REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_pictures_changed();

create table holds (
  created_at timestamp with time zone not null,
  customer_id text,
  event_id text not null,
  expires_at timestamp with time zone not null,
  id text not null,
  max_expires_at timestamp with time zone not null,
  order_id text,
  ordered_at timestamp with time zone,
  release_reason text,
  released_at timestamp with time zone,
  session_hash text not null,
  state text not null,
  supplier_checks integer default 0 not null,
  supplier_next_check_at timestamp with time zone,
  supplier_reference text,
  supplier_state text,
  constraint holds_life CHECK ((expires_at <= max_expires_at)),
  constraint holds_ordered CHECK (((state <> 'ordered'::text) OR (order_id IS NOT NULL))),
  constraint holds_pkey PRIMARY KEY (id),
  constraint holds_released CHECK (((state = 'released'::text) = (released_at IS NOT NULL))),
  constraint holds_state CHECK ((state = ANY (ARRAY['active'::text, 'ordered'::text, 'released'::text]))),
  constraint holds_supplier_state CHECK ((supplier_state = ANY (ARRAY['asked'::text, 'held'::text, 'refused'::text, 'unknown'::text, 'leaving'::text, 'left'::text])))
);
CREATE INDEX holds_due ON public.holds USING btree (expires_at) WHERE (state = 'active'::text);
CREATE INDEX holds_of_customer ON public.holds USING btree (customer_id) WHERE (state = 'active'::text);
CREATE INDEX holds_of_order ON public.holds USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX holds_of_session ON public.holds USING btree (session_hash) WHERE (state <> 'released'::text);
CREATE UNIQUE INDEX holds_one_active ON public.holds USING btree (event_id, session_hash) WHERE (state = 'active'::text);
CREATE INDEX holds_released_at ON public.holds USING btree (released_at) WHERE (released_at IS NOT NULL);
CREATE INDEX holds_supplier_due ON public.holds USING btree (supplier_next_check_at) WHERE (supplier_next_check_at IS NOT NULL);

create table i18n_locale (
  code character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('i18n_locale_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint i18n_locale_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint i18n_locale_pkey PRIMARY KEY (id),
  constraint i18n_locale_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX i18n_locale_created_by_id_fk ON public.i18n_locale USING btree (created_by_id);
CREATE INDEX i18n_locale_documents_idx ON public.i18n_locale USING btree (document_id, locale, published_at);
CREATE INDEX i18n_locale_updated_by_id_fk ON public.i18n_locale USING btree (updated_by_id);

create table idempotency_keys (
  bytes bytea,
  content_type text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  key text not null,
  reference text,
  request_hash text not null,
  scope text not null,
  status integer,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key),
  constraint idempotency_keys_whole_answer CHECK ((((status IS NULL) = (bytes IS NULL)) AND ((status IS NULL) = (content_type IS NULL))))
);
CREATE INDEX idempotency_keys_expires_at ON public.idempotency_keys USING btree (expires_at);

create table job_items (
  attempts integer default 0 not null,
  created_at timestamp with time zone not null,
  drain text not null,
  handled_at timestamp with time zone,
  id bigint generated always as identity not null,
  item_id text,
  key text not null,
  last_error text,
  not_before timestamp with time zone,
  payload jsonb not null,
  state text default 'pending'::text not null,
  constraint job_items_pkey PRIMARY KEY (id),
  constraint job_items_state CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'failed'::text, 'dead'::text])))
);
CREATE INDEX job_items_handled ON public.job_items USING btree (handled_at) WHERE (state = 'done'::text);
CREATE UNIQUE INDEX job_items_once ON public.job_items USING btree (drain, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX job_items_pending ON public.job_items USING btree (drain, key, id) WHERE (state = 'pending'::text);

create table jobs_cron (
  last_at timestamp with time zone not null,
  name text not null,
  constraint jobs_cron_pkey PRIMARY KEY (name)
);

create table jobs_pending (
  attempts integer default 0 not null,
  created_at timestamp with time zone not null,
  handed_at timestamp with time zone,
  id bigint generated by default as identity not null,
  key text,
  last_error text,
  max_attempts integer not null,
  name text not null,
  payload json not null,
  run_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  state text default 'waiting'::text not null,
  taken_by text,
  updated_at timestamp with time zone not null,
  constraint jobs_pending_pkey PRIMARY KEY (id),
  constraint jobs_pending_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'dead'::text]))),
  constraint jobs_pending_taken CHECK (((state = 'running'::text) = (taken_by IS NOT NULL)))
);
CREATE INDEX jobs_pending_dead ON public.jobs_pending USING btree (updated_at, id) WHERE (state = 'dead'::text);
CREATE INDEX jobs_pending_due ON public.jobs_pending USING btree (run_at, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX jobs_pending_key ON public.jobs_pending USING btree (key) WHERE ((key IS NOT NULL) AND (state <> 'running'::text));
CREATE INDEX jobs_pending_new ON public.jobs_pending USING btree (id) WHERE ((state = 'waiting'::text) AND (handed_at IS NULL));
CREATE INDEX jobs_pending_running ON public.jobs_pending USING btree (seen_at) WHERE (state = 'running'::text);

create table ledger_postings (
  account text not null,
  amount bigint not null,
  currency text not null,
  id bigint generated always as identity not null,
  transaction_id bigint not null,
  constraint ledger_postings_amount CHECK ((amount <> 0)),
  constraint ledger_postings_pkey PRIMARY KEY (id),
  constraint ledger_postings_transaction_id_fkey FOREIGN KEY (transaction_id) REFERENCES ledger_transactions(id)
);
CREATE INDEX ledger_postings_account ON public.ledger_postings USING btree (account, currency);
CREATE INDEX ledger_postings_transaction ON public.ledger_postings USING btree (transaction_id);
CREATE TRIGGER ledger_postings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE CONSTRAINT TRIGGER ledger_postings_balance AFTER INSERT ON public.ledger_postings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_refuse_imbalance();

create table ledger_transactions (
  at timestamp with time zone not null,
  id bigint generated always as identity not null,
  kind text not null,
  payable_id text not null,
  payable_kind text not null,
  seller_id text not null,
  source text not null,
  source_id text not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  constraint ledger_transactions_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ledger_transactions_once ON public.ledger_transactions USING btree (source, source_id, kind);
CREATE INDEX ledger_transactions_payable ON public.ledger_transactions USING btree (payable_kind, payable_id);
CREATE TRIGGER ledger_transactions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_transactions FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE CONSTRAINT TRIGGER ledger_transactions_balance AFTER INSERT ON public.ledger_transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_refuse_imbalance();

create table message_texts (
  basis character varying(255),
  body jsonb,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('message_texts_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  message character varying(255),
  published_at timestamp(6) without time zone,
  subject jsonb,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint message_texts_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint message_texts_pkey PRIMARY KEY (id),
  constraint message_texts_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX message_texts_created_by_id_fk ON public.message_texts USING btree (created_by_id);
CREATE INDEX message_texts_documents_idx ON public.message_texts USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX message_texts_message ON public.message_texts USING btree (message);
CREATE INDEX message_texts_updated_by_id_fk ON public.message_texts USING btree (updated_by_id);

create table messages (
  attempts integer,
  channel character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  dedupe_key character varying(255),
  document_id character varying(255),
  external_id character varying(255),
  id integer default nextval('messages_id_seq'::regclass) not null,
  language character varying(255),
  locale character varying(255),
  max_attempts integer,
  message character varying(255),
  next_try_at timestamp(6) without time zone,
  problem character varying(255),
  published_at timestamp(6) without time zone,
  queued_at timestamp(6) without time zone,
  recipient character varying(255),
  sent_at timestamp(6) without time zone,
  state character varying(255),
  subject_id character varying(255),
  subject_kind character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint messages_attempts CHECK (((attempts >= 0) AND (attempts <= max_attempts))),
  constraint messages_complete CHECK ((num_nulls(document_id, message, subject_kind, subject_id, channel, recipient, language, dedupe_key, state, queued_at) = 0)),
  constraint messages_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint messages_language CHECK (((language)::text = ANY ((ARRAY['ru'::character varying, 'en'::character varying, 'zh'::character varying])::text[]))),
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_sent CHECK ((((state)::text = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint messages_state CHECK (((state)::text = ANY ((ARRAY['queued'::character varying, 'sending'::character varying, 'sent'::character varying, 'failed'::character varying, 'dropped'::character varying])::text[]))),
  constraint messages_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX messages_created_by_id_fk ON public.messages USING btree (created_by_id);
CREATE UNIQUE INDEX messages_dedupe_key ON public.messages USING btree (dedupe_key);
CREATE INDEX messages_documents_idx ON public.messages USING btree (document_id, locale, published_at);
CREATE INDEX messages_due ON public.messages USING btree (next_try_at) WHERE (((state)::text = 'queued'::text) AND (next_try_at IS NOT NULL));
CREATE INDEX messages_queued_at ON public.messages USING btree (queued_at DESC, id DESC);
CREATE INDEX messages_subject ON public.messages USING btree (subject_kind, subject_id);
CREATE INDEX messages_updated_by_id_fk ON public.messages USING btree (updated_by_id);

create table order_history (
  actor_id text,
  actor_kind text not null,
  at timestamp with time zone not null,
  details jsonb default '{}'::jsonb not null,
  id bigint generated always as identity not null,
  order_id text not null,
  what text not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  constraint order_history_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'customer'::text, 'system'::text]))),
  constraint order_history_pkey PRIMARY KEY (id)
);
CREATE INDEX order_history_order ON public.order_history USING btree (order_id, id);
CREATE TRIGGER order_history_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.order_history FOR EACH STATEMENT EXECUTE FUNCTION order_history_refuse_change();

create table order_lines (
  amount integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  discount_amount integer,
  document_id character varying(255),
  event_id character varying(255),
  facts jsonb,
  fee_id character varying(255),
  for_line character varying(255),
  hold_id character varying(255),
  id integer default nextval('order_lines_id_seq'::regclass) not null,
  kind character varying(255),
  list_amount integer,
  locale character varying(255),
  names jsonb,
  order_id character varying(255),
  passenger jsonb,
  "position" integer,
  product_id character varying(255),
  product_kind character varying(255),
  published_at timestamp(6) without time zone,
  quantity integer,
  refunded_amount integer,
  refunded_at timestamp(6) without time zone,
  rules jsonb,
  seat_code character varying(255),
  ticket_type_id character varying(255),
  unit_amount integer,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  vat_amount integer,
  vat_mode character varying(255),
  vat_rate_bp integer,
  zone character varying(255),
  constraint order_lines_amounts CHECK (((quantity > 0) AND (list_amount >= 0) AND (unit_amount >= 0) AND (discount_amount >= 0) AND (amount >= 0))),
  constraint order_lines_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint order_lines_kind CHECK (((kind)::text = ANY ((ARRAY['admission'::character varying, 'product'::character varying, 'fee'::character varying])::text[]))),
  constraint order_lines_pkey PRIMARY KEY (id),
  constraint order_lines_refunded CHECK (((refunded_amount >= 0) AND (refunded_amount <= amount))),
  constraint order_lines_seat CHECK (((seat_code IS NULL) OR (quantity = 1))),
  constraint order_lines_subject CHECK (
CASE kind
    WHEN 'admission'::text THEN ((event_id IS NOT NULL) AND (ticket_type_id IS NOT NULL))
    WHEN 'product'::text THEN (product_id IS NOT NULL)
    ELSE (fee_id IS NOT NULL)
END),
  constraint order_lines_sum CHECK ((amount = (((unit_amount)::bigint * quantity) - discount_amount))),
  constraint order_lines_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint order_lines_vat CHECK ((((vat_mode)::text = ANY ((ARRAY['none'::character varying, 'included'::character varying, 'excluded'::character varying])::text[])) AND (vat_rate_bp >= 0) AND ((vat_amount >= 0) AND (vat_amount <= amount))))
);
CREATE INDEX order_lines_created_by_id_fk ON public.order_lines USING btree (created_by_id);
CREATE UNIQUE INDEX order_lines_document ON public.order_lines USING btree (document_id);
CREATE INDEX order_lines_documents_idx ON public.order_lines USING btree (document_id, locale, published_at);
CREATE INDEX order_lines_event ON public.order_lines USING btree (event_id);
CREATE UNIQUE INDEX order_lines_position ON public.order_lines USING btree (order_id, "position");
CREATE INDEX order_lines_product ON public.order_lines USING btree (product_id);
CREATE INDEX order_lines_ticket_type ON public.order_lines USING btree (ticket_type_id);
CREATE INDEX order_lines_updated_by_id_fk ON public.order_lines USING btree (updated_by_id);
CREATE CONSTRAINT TRIGGER order_lines_add_up AFTER INSERT OR DELETE OR UPDATE OF order_id, amount, vat_amount, discount_amount ON public.order_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION orders_add_up('order_id');

create table order_word_losses (
  times bigint default 0 not null,
  whole boolean default true not null,
  constraint order_word_losses_pkey PRIMARY KEY (whole),
  constraint order_word_losses_whole_check CHECK (whole)
);

create table orders (
  account_id character varying(255),
  attribution jsonb,
  buyer_email character varying(255),
  buyer_name text,
  buyer_phone character varying(255),
  channel character varying(255),
  close_reason text,
  closed_at timestamp(6) without time zone,
  consents jsonb,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  customer_id character varying(255),
  discount_total integer,
  document_id character varying(255),
  expires_at timestamp(6) without time zone,
  id integer default nextval('orders_id_seq'::regclass) not null,
  language character varying(255),
  locale character varying(255),
  max_expires_at timestamp(6) without time zone,
  needs_review boolean,
  number character varying(255),
  other_seats boolean,
  paid_at timestamp(6) without time zone,
  placed_at timestamp(6) without time zone,
  promotion_code character varying(255),
  promotion_id character varying(255),
  published_at timestamp(6) without time zone,
  refunded_total integer,
  seller_facts jsonb,
  seller_id character varying(255),
  session_hash character varying(255),
  staff_id character varying(255),
  state character varying(255),
  token_version integer,
  total integer,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  vat_total integer,
  constraint orders_amounts CHECK (((total >= 0) AND (discount_total >= 0) AND ((vat_total >= 0) AND (vat_total <= total)))),
  constraint orders_channel CHECK (((channel)::text = ANY ((ARRAY['web'::character varying, 'miniapp'::character varying, 'bot'::character varying, 'desk'::character varying, 'phone'::character varying, 'reseller'::character varying])::text[]))),
  constraint orders_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint orders_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint orders_expiry CHECK (((expires_at IS NULL) OR (max_expires_at IS NULL) OR (expires_at <= max_expires_at))),
  constraint orders_language CHECK (((language)::text = ANY ((ARRAY['ru'::character varying, 'en'::character varying, 'zh'::character varying])::text[]))),
  constraint orders_paid CHECK ((((state)::text <> ALL ((ARRAY['PAID'::character varying, 'PARTIALLY_REFUNDED'::character varying, 'REFUNDED'::character varying])::text[])) OR (paid_at IS NOT NULL))),
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_refunded CHECK (((refunded_total >= 0) AND (refunded_total <= total))),
  constraint orders_state CHECK (((state)::text = ANY ((ARRAY['PENDING'::character varying, 'LOCKED'::character varying, 'PAID'::character varying, 'PARTIALLY_REFUNDED'::character varying, 'REFUNDED'::character varying, 'EXPIRED'::character varying, 'CANCELLED'::character varying])::text[]))),
  constraint orders_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX orders_account ON public.orders USING btree (account_id);
CREATE INDEX orders_buyer_email ON public.orders USING btree (buyer_email);
CREATE INDEX orders_buyer_phone_end ON public.orders USING btree (reverse((buyer_phone)::text) text_pattern_ops);
CREATE INDEX orders_buyer_words ON public.orders USING gin (buyer_name gin_trgm_ops, buyer_email gin_trgm_ops) WITH (gin_pending_list_limit='64');
CREATE INDEX orders_channel_placed_at ON public.orders USING btree (channel, placed_at DESC);
CREATE INDEX orders_created_by_id_fk ON public.orders USING btree (created_by_id);
CREATE INDEX orders_customer ON public.orders USING btree (customer_id);
CREATE UNIQUE INDEX orders_document ON public.orders USING btree (document_id);
CREATE INDEX orders_documents_idx ON public.orders USING btree (document_id, locale, published_at);
CREATE INDEX orders_due ON public.orders USING btree (expires_at) WHERE ((state)::text = ANY ((ARRAY['PENDING'::character varying, 'LOCKED'::character varying])::text[]));
CREATE INDEX orders_latest ON public.orders USING btree (placed_at DESC, id DESC) INCLUDE (currency, total, refunded_total);
CREATE INDEX orders_latest_of_state ON public.orders USING btree (state, placed_at DESC, id DESC) INCLUDE (currency, total, refunded_total);
CREATE UNIQUE INDEX orders_number ON public.orders USING btree (number);
CREATE INDEX orders_seller_placed_at ON public.orders USING btree (seller_id, placed_at DESC);
CREATE INDEX orders_to_review ON public.orders USING btree (placed_at) WHERE needs_review;
CREATE INDEX orders_updated_by_id_fk ON public.orders USING btree (updated_by_id);
CREATE CONSTRAINT TRIGGER orders_add_up AFTER INSERT OR UPDATE OF total, vat_total, discount_total ON public.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION orders_add_up('document_id');
CREATE TRIGGER orders_lost_words AFTER DELETE OR UPDATE OF buyer_name, buyer_email, buyer_phone, number OR TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION orders_lost_words();
CREATE TRIGGER orders_tell AFTER UPDATE OF state ON public.orders FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION orders_tell();

create table pages (
  body text,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('pages_id_seq'::regclass) not null,
  in_footer boolean,
  kind character varying(255),
  locale character varying(255),
  published_at timestamp(6) without time zone,
  slug character varying(255),
  summary text,
  title character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint pages_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint pages_kind CHECK (((published_at IS NULL) OR ((kind)::text = ANY ((ARRAY['text'::character varying, 'offer'::character varying, 'privacy'::character varying, 'refunds'::character varying, 'contact'::character varying, 'questions'::character varying])::text[])))),
  constraint pages_pkey PRIMARY KEY (id),
  constraint pages_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX pages_created_by_id_fk ON public.pages USING btree (created_by_id);
CREATE INDEX pages_documents_idx ON public.pages USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX pages_published_slug ON public.pages USING btree (slug, locale) WHERE (published_at IS NOT NULL);
CREATE INDEX pages_updated_by_id_fk ON public.pages USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.pages FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.pages REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.pages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.pages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table payment_inbox (
  about text not null,
  bytes bytea not null,
  dedupe_key text not null,
  event text not null,
  external_id text not null,
  handled_at timestamp with time zone,
  headers jsonb not null,
  id bigint generated always as identity not null,
  ip text not null,
  last_received_at timestamp with time zone not null,
  next_try_at timestamp with time zone,
  payment_id text,
  problem text,
  provider_key text not null,
  receipts integer default 1 not null,
  received_at timestamp with time zone not null,
  tries integer default 0 not null,
  constraint payment_inbox_about CHECK (((about = ANY (ARRAY['payment'::text, 'refund'::text])) AND (receipts > 0))),
  constraint payment_inbox_pkey PRIMARY KEY (id)
);
CREATE INDEX payment_inbox_due ON public.payment_inbox USING btree (next_try_at) WHERE (handled_at IS NULL);
CREATE INDEX payment_inbox_external_id ON public.payment_inbox USING btree (provider_key, external_id);
CREATE UNIQUE INDEX payment_inbox_once ON public.payment_inbox USING btree (provider_key, dedupe_key);
CREATE INDEX payment_inbox_payment ON public.payment_inbox USING btree (payment_id);
CREATE INDEX payment_inbox_received_at ON public.payment_inbox USING btree (received_at DESC, id DESC);

create table payment_methods (
  active boolean,
  channels character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  document_id character varying(255),
  hold_minutes integer,
  id integer default nextval('payment_methods_id_seq'::regclass) not null,
  key character varying(255),
  label character varying(255),
  locale character varying(255),
  max_amount integer,
  min_amount integer,
  name jsonb,
  "position" integer,
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint payment_methods_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint payment_methods_hold CHECK (((hold_minutes >= 1) AND (hold_minutes <= 60))),
  constraint payment_methods_limits CHECK (((min_amount IS NULL) OR (max_amount IS NULL) OR (max_amount >= min_amount))),
  constraint payment_methods_pkey PRIMARY KEY (id),
  constraint payment_methods_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX payment_methods_created_by_id_fk ON public.payment_methods USING btree (created_by_id);
CREATE INDEX payment_methods_documents_idx ON public.payment_methods USING btree (document_id, locale, published_at);
CREATE INDEX payment_methods_updated_by_id_fk ON public.payment_methods USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.payment_methods FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table payment_methods_seller_lnk (
  id integer default nextval('payment_methods_seller_lnk_id_seq'::regclass) not null,
  payment_method_id integer,
  seller_id integer,
  constraint payment_methods_seller_lnk_fk FOREIGN KEY (payment_method_id) REFERENCES payment_methods(id) ON DELETE CASCADE,
  constraint payment_methods_seller_lnk_ifk FOREIGN KEY (seller_id) REFERENCES sellers(id) ON DELETE CASCADE,
  constraint payment_methods_seller_lnk_pkey PRIMARY KEY (id),
  constraint payment_methods_seller_lnk_uq UNIQUE (payment_method_id, seller_id)
);
CREATE INDEX payment_methods_seller_lnk_fk ON public.payment_methods_seller_lnk USING btree (payment_method_id);
CREATE INDEX payment_methods_seller_lnk_ifk ON public.payment_methods_seller_lnk USING btree (seller_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.payment_methods_seller_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table payments (
  action jsonb,
  amount integer,
  checked_at timestamp(6) without time zone,
  checks integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  document_id character varying(255),
  expires_at timestamp(6) without time zone,
  external_id character varying(255),
  failures integer,
  fields jsonb,
  hold_until timestamp(6) without time zone,
  id integer default nextval('payments_id_seq'::regclass) not null,
  language character varying(255),
  locale character varying(255),
  manual_reason text,
  means character varying(255),
  method character varying(255),
  needs_review boolean,
  next_check_at timestamp(6) without time zone,
  payable_id character varying(255),
  payable_kind character varying(255),
  provider_key character varying(255),
  published_at timestamp(6) without time zone,
  reason text,
  reference character varying(255),
  refunded_amount integer,
  return_url text,
  seller_id character varying(255),
  settled_at timestamp(6) without time zone,
  staff_id character varying(255),
  started_at timestamp(6) without time zone,
  state character varying(255),
  test boolean,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  variant character varying(255),
  constraint payments_amount CHECK ((amount >= 0)),
  constraint payments_complete CHECK ((num_nulls(document_id, payable_kind, payable_id, seller_id, method, provider_key, state, needs_review, amount, currency, refunded_amount, language, started_at, checks) = 0)),
  constraint payments_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint payments_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_refunded CHECK ((((refunded_amount >= 0) AND (refunded_amount <= amount)) AND ((refunded_amount = 0) OR ((state)::text = 'succeeded'::text)))),
  constraint payments_settled CHECK ((((state)::text = 'succeeded'::text) = (settled_at IS NOT NULL))),
  constraint payments_state CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'authorized'::character varying, 'succeeded'::character varying, 'canceled'::character varying, 'expired'::character varying, 'failed'::character varying])::text[]))),
  constraint payments_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX payments_created_by_id_fk ON public.payments USING btree (created_by_id);
CREATE UNIQUE INDEX payments_document_id ON public.payments USING btree (document_id);
CREATE INDEX payments_documents_idx ON public.payments USING btree (document_id, locale, published_at);
CREATE INDEX payments_due ON public.payments USING btree (next_check_at) WHERE (next_check_at IS NOT NULL);
CREATE UNIQUE INDEX payments_external_id ON public.payments USING btree (provider_key, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX payments_payable ON public.payments USING btree (payable_kind, payable_id, started_at);
CREATE INDEX payments_started_at ON public.payments USING btree (started_at DESC, id DESC);
CREATE INDEX payments_updated_by_id_fk ON public.payments USING btree (updated_by_id);
CREATE TRIGGER payments_tell AFTER UPDATE OF state ON public.payments FOR EACH ROW WHEN ((((old.state)::text IS DISTINCT FROM (new.state)::text) AND ((new.payable_kind)::text = 'order'::text))) EXECUTE FUNCTION payments_tell();

create table place_counters (
  capacity integer not null,
  event_id text not null,
  held integer default 0 not null,
  pool text not null,
  sold integer default 0 not null,
  constraint place_counters_capacity CHECK (((held + sold) <= capacity)),
  constraint place_counters_held CHECK ((held >= 0)),
  constraint place_counters_pkey PRIMARY KEY (event_id, pool),
  constraint place_counters_sold CHECK ((sold >= 0))
);

create table prices (
  amount integer,
  archived boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  document_id character varying(255),
  id integer default nextval('prices_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  valid_from timestamp(6) without time zone,
  valid_to timestamp(6) without time zone,
  zone character varying(255),
  constraint prices_amount CHECK ((amount >= 0)),
  constraint prices_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint prices_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint prices_pkey PRIMARY KEY (id),
  constraint prices_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint prices_validity CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX prices_created_by_id_fk ON public.prices USING btree (created_by_id);
CREATE INDEX prices_documents_idx ON public.prices USING btree (document_id, locale, published_at);
CREATE INDEX prices_updated_by_id_fk ON public.prices USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.prices FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.prices REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_prices_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.prices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_prices_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.prices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_prices_changed();

create table prices_activity_lnk (
  activity_id integer,
  id integer default nextval('prices_activity_lnk_id_seq'::regclass) not null,
  price_id integer,
  constraint prices_activity_lnk_fk FOREIGN KEY (price_id) REFERENCES prices(id) ON DELETE CASCADE,
  constraint prices_activity_lnk_ifk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint prices_activity_lnk_pkey PRIMARY KEY (id),
  constraint prices_activity_lnk_uq UNIQUE (price_id, activity_id)
);
CREATE INDEX prices_activity_lnk_fk ON public.prices_activity_lnk USING btree (price_id);
CREATE INDEX prices_activity_lnk_ifk ON public.prices_activity_lnk USING btree (activity_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.prices_activity_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.prices_activity_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_activities_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.prices_activity_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_activities_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.prices_activity_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_activities_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.prices_activity_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_activities_changed();

create table prices_event_lnk (
  event_id integer,
  id integer default nextval('prices_event_lnk_id_seq'::regclass) not null,
  price_id integer,
  constraint prices_event_lnk_fk FOREIGN KEY (price_id) REFERENCES prices(id) ON DELETE CASCADE,
  constraint prices_event_lnk_ifk FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint prices_event_lnk_pkey PRIMARY KEY (id),
  constraint prices_event_lnk_uq UNIQUE (price_id, event_id)
);
CREATE INDEX prices_event_lnk_fk ON public.prices_event_lnk USING btree (price_id);
CREATE INDEX prices_event_lnk_ifk ON public.prices_event_lnk USING btree (event_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.prices_event_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.prices_event_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_events_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.prices_event_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_events_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.prices_event_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_events_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.prices_event_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_events_changed();

create table prices_ticket_type_lnk (
  id integer default nextval('prices_ticket_type_lnk_id_seq'::regclass) not null,
  price_id integer,
  ticket_type_id integer,
  constraint prices_ticket_type_lnk_fk FOREIGN KEY (price_id) REFERENCES prices(id) ON DELETE CASCADE,
  constraint prices_ticket_type_lnk_ifk FOREIGN KEY (ticket_type_id) REFERENCES ticket_types(id) ON DELETE CASCADE,
  constraint prices_ticket_type_lnk_pkey PRIMARY KEY (id),
  constraint prices_ticket_type_lnk_uq UNIQUE (price_id, ticket_type_id)
);
CREATE INDEX prices_ticket_type_lnk_fk ON public.prices_ticket_type_lnk USING btree (price_id);
CREATE INDEX prices_ticket_type_lnk_ifk ON public.prices_ticket_type_lnk USING btree (ticket_type_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.prices_ticket_type_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.prices_ticket_type_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_links_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.prices_ticket_type_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_links_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.prices_ticket_type_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_links_changed();
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.prices_ticket_type_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_price_links_changed();

create table products (
  active boolean,
  amount integer,
  archived boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  description jsonb,
  document_id character varying(255),
  fulfilment character varying(255),
  id integer default nextval('products_id_seq'::regclass) not null,
  kind character varying(255),
  label character varying(255),
  locale character varying(255),
  name jsonb,
  "position" integer,
  published_at timestamp(6) without time zone,
  slug character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  vat_kind character varying(255),
  vat_mode character varying(255),
  constraint products_amount CHECK ((amount >= 0)),
  constraint products_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint products_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint products_fulfilment CHECK (((fulfilment)::text = 'digital'::text)),
  constraint products_kind CHECK (((kind)::text = ANY ((ARRAY['guide'::character varying, 'badge'::character varying, 'priority'::character varying, 'subscription'::character varying, 'gift_card'::character varying])::text[]))),
  constraint products_pkey PRIMARY KEY (id),
  constraint products_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint products_vat CHECK ((((vat_mode)::text = ANY ((ARRAY['none'::character varying, 'included'::character varying, 'excluded'::character varying])::text[])) AND ((vat_kind)::text = ANY ((ARRAY['standard'::character varying, 'reduced'::character varying, 'zero'::character varying, 'simplified5'::character varying, 'simplified7'::character varying])::text[]))))
);
CREATE INDEX products_created_by_id_fk ON public.products USING btree (created_by_id);
CREATE INDEX products_documents_idx ON public.products USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX products_slug ON public.products USING btree (slug);
CREATE INDEX products_updated_by_id_fk ON public.products USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.products FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.products REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.products REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.products REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table products_seller_lnk (
  id integer default nextval('products_seller_lnk_id_seq'::regclass) not null,
  product_id integer,
  seller_id integer,
  constraint products_seller_lnk_fk FOREIGN KEY (product_id) REFERENCES products(id) ON DELETE CASCADE,
  constraint products_seller_lnk_ifk FOREIGN KEY (seller_id) REFERENCES sellers(id) ON DELETE CASCADE,
  constraint products_seller_lnk_pkey PRIMARY KEY (id),
  constraint products_seller_lnk_uq UNIQUE (product_id, seller_id)
);
CREATE INDEX products_seller_lnk_fk ON public.products_seller_lnk USING btree (product_id);
CREATE INDEX products_seller_lnk_ifk ON public.products_seller_lnk USING btree (seller_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.products_seller_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.products_seller_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('products', 'product_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.products_seller_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('products', 'product_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.products_seller_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('products', 'product_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.products_seller_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('products', 'product_id');

create table promotion_uses (
  id bigint generated always as identity not null,
  order_id text not null,
  promotion_id text not null,
  released_at timestamp with time zone,
  used_at timestamp with time zone not null,
  constraint promotion_uses_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX promotion_uses_live ON public.promotion_uses USING btree (promotion_id, order_id) WHERE (released_at IS NULL);
CREATE INDEX promotion_uses_order ON public.promotion_uses USING btree (order_id);
CREATE TRIGGER promotion_uses_keep_limit BEFORE INSERT ON public.promotion_uses FOR EACH ROW EXECUTE FUNCTION promotion_uses_keep_limit();

create table promotions (
  active boolean,
  amount integer,
  code character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  document_id character varying(255),
  id integer default nextval('promotions_id_seq'::regclass) not null,
  kind character varying(255),
  label character varying(255),
  locale character varying(255),
  max_uses integer,
  name jsonb,
  percent double precision,
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  valid_from timestamp(6) without time zone,
  valid_to timestamp(6) without time zone,
  constraint promotions_amount CHECK (((amount IS NULL) OR (amount >= 0))),
  constraint promotions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint promotions_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint promotions_kind CHECK (((kind)::text = ANY ((ARRAY['percent'::character varying, 'amount'::character varying])::text[]))),
  constraint promotions_max_uses CHECK (((max_uses IS NULL) OR (max_uses > 0))),
  constraint promotions_percent CHECK (((percent IS NULL) OR ((percent >= (0)::double precision) AND (percent <= (100)::double precision)))),
  constraint promotions_pkey PRIMARY KEY (id),
  constraint promotions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint promotions_validity CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX promotions_created_by_id_fk ON public.promotions USING btree (created_by_id);
CREATE INDEX promotions_documents_idx ON public.promotions USING btree (document_id, locale, published_at);
CREATE INDEX promotions_updated_by_id_fk ON public.promotions USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.promotions FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table promotions_activities_lnk (
  activity_id integer,
  activity_ord double precision,
  id integer default nextval('promotions_activities_lnk_id_seq'::regclass) not null,
  promotion_id integer,
  constraint promotions_activities_lnk_fk FOREIGN KEY (promotion_id) REFERENCES promotions(id) ON DELETE CASCADE,
  constraint promotions_activities_lnk_ifk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint promotions_activities_lnk_pkey PRIMARY KEY (id),
  constraint promotions_activities_lnk_uq UNIQUE (promotion_id, activity_id)
);
CREATE INDEX promotions_activities_lnk_fk ON public.promotions_activities_lnk USING btree (promotion_id);
CREATE INDEX promotions_activities_lnk_ifk ON public.promotions_activities_lnk USING btree (activity_id);
CREATE INDEX promotions_activities_lnk_ofk ON public.promotions_activities_lnk USING btree (activity_ord);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.promotions_activities_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table promotions_seller_lnk (
  id integer default nextval('promotions_seller_lnk_id_seq'::regclass) not null,
  promotion_id integer,
  seller_id integer,
  constraint promotions_seller_lnk_fk FOREIGN KEY (promotion_id) REFERENCES promotions(id) ON DELETE CASCADE,
  constraint promotions_seller_lnk_ifk FOREIGN KEY (seller_id) REFERENCES sellers(id) ON DELETE CASCADE,
  constraint promotions_seller_lnk_pkey PRIMARY KEY (id),
  constraint promotions_seller_lnk_uq UNIQUE (promotion_id, seller_id)
);
CREATE INDEX promotions_seller_lnk_fk ON public.promotions_seller_lnk USING btree (promotion_id);
CREATE INDEX promotions_seller_lnk_ifk ON public.promotions_seller_lnk USING btree (seller_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.promotions_seller_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table rate_limits (
  expire bigint,
  key character varying(255) not null,
  points integer default 0 not null,
  constraint rate_limits_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limits_expire ON public.rate_limits USING btree (expire);

create table refund_requests (
  amount integer,
  cancels_order boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  decided_at timestamp(6) without time zone,
  document_id character varying(255),
  id integer default nextval('refund_requests_id_seq'::regclass) not null,
  lines jsonb,
  locale character varying(255),
  order_id character varying(255),
  payment_refund_ids jsonb,
  policy_version character varying(255),
  published_at timestamp(6) without time zone,
  reason text,
  reason_code character varying(255),
  requested_at timestamp(6) without time zone,
  requested_by_id character varying(255),
  requested_by_kind character varying(255),
  state character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint refund_requests_amount CHECK ((amount >= 0)),
  constraint refund_requests_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint refund_requests_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint refund_requests_pkey PRIMARY KEY (id),
  constraint refund_requests_state CHECK (((state)::text = ANY ((ARRAY['requested'::character varying, 'refused'::character varying, 'pending'::character varying, 'succeeded'::character varying, 'failed'::character varying])::text[]))),
  constraint refund_requests_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX refund_requests_created_by_id_fk ON public.refund_requests USING btree (created_by_id);
CREATE UNIQUE INDEX refund_requests_document ON public.refund_requests USING btree (document_id);
CREATE INDEX refund_requests_documents_idx ON public.refund_requests USING btree (document_id, locale, published_at);
CREATE INDEX refund_requests_order ON public.refund_requests USING btree (order_id);
CREATE INDEX refund_requests_updated_by_id_fk ON public.refund_requests USING btree (updated_by_id);

create table refunds (
  amount integer,
  checks integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  document_id character varying(255),
  external_id character varying(255),
  failures integer,
  id integer default nextval('refunds_id_seq'::regclass) not null,
  key character varying(255),
  locale character varying(255),
  next_check_at timestamp(6) without time zone,
  payable_id character varying(255),
  payable_kind character varying(255),
  payment_id character varying(255),
  problem text,
  provider_key character varying(255),
  published_at timestamp(6) without time zone,
  reason text,
  reference character varying(255),
  requested_at timestamp(6) without time zone,
  sale jsonb,
  settled_at timestamp(6) without time zone,
  staff_id character varying(255),
  state character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint refunds_amount CHECK ((amount > 0)),
  constraint refunds_complete CHECK ((num_nulls(document_id, payment_id, provider_key, payable_kind, payable_id, key, amount, currency, state, reason, requested_at, checks) = 0)),
  constraint refunds_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint refunds_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_settled CHECK ((((state)::text = ANY ((ARRAY['succeeded'::character varying, 'failed'::character varying])::text[])) = (settled_at IS NOT NULL))),
  constraint refunds_state CHECK (((state)::text = ANY ((ARRAY['requested'::character varying, 'pending'::character varying, 'succeeded'::character varying, 'failed'::character varying])::text[]))),
  constraint refunds_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX refunds_created_by_id_fk ON public.refunds USING btree (created_by_id);
CREATE UNIQUE INDEX refunds_document_id ON public.refunds USING btree (document_id);
CREATE INDEX refunds_documents_idx ON public.refunds USING btree (document_id, locale, published_at);
CREATE INDEX refunds_due ON public.refunds USING btree (next_check_at) WHERE (next_check_at IS NOT NULL);
CREATE UNIQUE INDEX refunds_external_id ON public.refunds USING btree (provider_key, external_id) WHERE (external_id IS NOT NULL);
CREATE UNIQUE INDEX refunds_key ON public.refunds USING btree (payable_kind, payable_id, key, payment_id);
CREATE INDEX refunds_payment ON public.refunds USING btree (payment_id);
CREATE INDEX refunds_updated_by_id_fk ON public.refunds USING btree (updated_by_id);

create table reminder_stops (
  order_id text not null,
  stopped_at timestamp with time zone not null,
  constraint reminder_stops_pkey PRIMARY KEY (order_id)
);

create table routes (
  archived boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  description jsonb,
  distance_km double precision,
  document_id character varying(255),
  duration_minutes integer,
  id integer default nextval('routes_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  name jsonb,
  published_at timestamp(6) without time zone,
  slug character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint routes_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint routes_pkey PRIMARY KEY (id),
  constraint routes_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX routes_created_by_id_fk ON public.routes USING btree (created_by_id);
CREATE INDEX routes_documents_idx ON public.routes USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX routes_slug ON public.routes USING btree (slug);
CREATE INDEX routes_updated_by_id_fk ON public.routes USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.routes FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.routes REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.routes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.routes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table routes_berths_lnk (
  berth_id integer,
  berth_ord double precision,
  id integer default nextval('routes_berths_lnk_id_seq'::regclass) not null,
  route_id integer,
  constraint routes_berths_lnk_fk FOREIGN KEY (route_id) REFERENCES routes(id) ON DELETE CASCADE,
  constraint routes_berths_lnk_ifk FOREIGN KEY (berth_id) REFERENCES berths(id) ON DELETE CASCADE,
  constraint routes_berths_lnk_pkey PRIMARY KEY (id),
  constraint routes_berths_lnk_uq UNIQUE (route_id, berth_id)
);
CREATE INDEX routes_berths_lnk_fk ON public.routes_berths_lnk USING btree (route_id);
CREATE INDEX routes_berths_lnk_ifk ON public.routes_berths_lnk USING btree (berth_id);
CREATE INDEX routes_berths_lnk_ofk ON public.routes_berths_lnk USING btree (berth_ord);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.routes_berths_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.routes_berths_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('routes', 'route_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.routes_berths_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('routes', 'route_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.routes_berths_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('routes', 'route_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.routes_berths_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('routes', 'route_id');

create table schedules (
  active boolean,
  capacity integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  exceptions text,
  friday boolean,
  horizon_days integer,
  id integer default nextval('schedules_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  monday boolean,
  published_at timestamp(6) without time zone,
  saturday boolean,
  season_from date,
  season_to date,
  seating character varying(255),
  sunday boolean,
  thursday boolean,
  times character varying(255),
  timezone character varying(255),
  tuesday boolean,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  wednesday boolean,
  constraint schedules_capacity CHECK ((capacity > 0)),
  constraint schedules_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint schedules_horizon CHECK (((horizon_days IS NULL) OR ((horizon_days >= 1) AND (horizon_days <= 400)))),
  constraint schedules_pkey PRIMARY KEY (id),
  constraint schedules_season CHECK ((season_to >= season_from)),
  constraint schedules_seating CHECK (((seating)::text = ANY ((ARRAY['assigned'::character varying, 'general'::character varying])::text[]))),
  constraint schedules_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX schedules_created_by_id_fk ON public.schedules USING btree (created_by_id);
CREATE INDEX schedules_documents_idx ON public.schedules USING btree (document_id, locale, published_at);
CREATE INDEX schedules_updated_by_id_fk ON public.schedules USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.schedules FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table schedules_activity_lnk (
  activity_id integer,
  id integer default nextval('schedules_activity_lnk_id_seq'::regclass) not null,
  schedule_id integer,
  constraint schedules_activity_lnk_fk FOREIGN KEY (schedule_id) REFERENCES schedules(id) ON DELETE CASCADE,
  constraint schedules_activity_lnk_ifk FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE CASCADE,
  constraint schedules_activity_lnk_pkey PRIMARY KEY (id),
  constraint schedules_activity_lnk_uq UNIQUE (schedule_id, activity_id)
);
CREATE INDEX schedules_activity_lnk_fk ON public.schedules_activity_lnk USING btree (schedule_id);
CREATE INDEX schedules_activity_lnk_ifk ON public.schedules_activity_lnk USING btree (activity_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.schedules_activity_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table schedules_berth_lnk (
  berth_id integer,
  id integer default nextval('schedules_berth_lnk_id_seq'::regclass) not null,
  schedule_id integer,
  constraint schedules_berth_lnk_fk FOREIGN KEY (schedule_id) REFERENCES schedules(id) ON DELETE CASCADE,
  constraint schedules_berth_lnk_ifk FOREIGN KEY (berth_id) REFERENCES berths(id) ON DELETE CASCADE,
  constraint schedules_berth_lnk_pkey PRIMARY KEY (id),
  constraint schedules_berth_lnk_uq UNIQUE (schedule_id, berth_id)
);
CREATE INDEX schedules_berth_lnk_fk ON public.schedules_berth_lnk USING btree (schedule_id);
CREATE INDEX schedules_berth_lnk_ifk ON public.schedules_berth_lnk USING btree (berth_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.schedules_berth_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table schedules_seating_plan_lnk (
  id integer default nextval('schedules_seating_plan_lnk_id_seq'::regclass) not null,
  schedule_id integer,
  seating_plan_id integer,
  constraint schedules_seating_plan_lnk_fk FOREIGN KEY (schedule_id) REFERENCES schedules(id) ON DELETE CASCADE,
  constraint schedules_seating_plan_lnk_ifk FOREIGN KEY (seating_plan_id) REFERENCES seating_plans(id) ON DELETE CASCADE,
  constraint schedules_seating_plan_lnk_pkey PRIMARY KEY (id),
  constraint schedules_seating_plan_lnk_uq UNIQUE (schedule_id, seating_plan_id)
);
CREATE INDEX schedules_seating_plan_lnk_fk ON public.schedules_seating_plan_lnk USING btree (schedule_id);
CREATE INDEX schedules_seating_plan_lnk_ifk ON public.schedules_seating_plan_lnk USING btree (seating_plan_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.schedules_seating_plan_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table schedules_venue_lnk (
  id integer default nextval('schedules_venue_lnk_id_seq'::regclass) not null,
  schedule_id integer,
  venue_id integer,
  constraint schedules_venue_lnk_fk FOREIGN KEY (schedule_id) REFERENCES schedules(id) ON DELETE CASCADE,
  constraint schedules_venue_lnk_ifk FOREIGN KEY (venue_id) REFERENCES venues(id) ON DELETE CASCADE,
  constraint schedules_venue_lnk_pkey PRIMARY KEY (id),
  constraint schedules_venue_lnk_uq UNIQUE (schedule_id, venue_id)
);
CREATE INDEX schedules_venue_lnk_fk ON public.schedules_venue_lnk USING btree (schedule_id);
CREATE INDEX schedules_venue_lnk_ifk ON public.schedules_venue_lnk USING btree (venue_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.schedules_venue_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table schedules_vessel_lnk (
  id integer default nextval('schedules_vessel_lnk_id_seq'::regclass) not null,
  schedule_id integer,
  vessel_id integer,
  constraint schedules_vessel_lnk_fk FOREIGN KEY (schedule_id) REFERENCES schedules(id) ON DELETE CASCADE,
  constraint schedules_vessel_lnk_ifk FOREIGN KEY (vessel_id) REFERENCES vessels(id) ON DELETE CASCADE,
  constraint schedules_vessel_lnk_pkey PRIMARY KEY (id),
  constraint schedules_vessel_lnk_uq UNIQUE (schedule_id, vessel_id)
);
CREATE INDEX schedules_vessel_lnk_fk ON public.schedules_vessel_lnk USING btree (schedule_id);
CREATE INDEX schedules_vessel_lnk_ifk ON public.schedules_vessel_lnk USING btree (vessel_id);
CREATE TRIGGER catalog_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.schedules_vessel_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce('aside');

create table seating_claims (
  created_at timestamp with time zone not null,
  event_id text not null,
  expires_at timestamp with time zone,
  hold_id text,
  id bigint generated always as identity not null,
  order_id text,
  release_reason text,
  released_at timestamp with time zone,
  seat_code text not null,
  state text not null,
  zone text not null,
  constraint seating_claims_held CHECK (((state <> 'held'::text) OR ((expires_at IS NOT NULL) AND (hold_id IS NOT NULL)))),
  constraint seating_claims_pkey PRIMARY KEY (id),
  constraint seating_claims_reason CHECK (((released_at IS NULL) = (release_reason IS NULL))),
  constraint seating_claims_sold CHECK (((state <> 'sold'::text) OR ((expires_at IS NULL) AND (order_id IS NOT NULL)))),
  constraint seating_claims_state CHECK ((state = ANY (ARRAY['held'::text, 'sold'::text, 'blocked'::text])))
);
CREATE INDEX seating_claims_due ON public.seating_claims USING btree (event_id, expires_at) WHERE ((released_at IS NULL) AND (state = 'held'::text));
CREATE UNIQUE INDEX seating_claims_live ON public.seating_claims USING btree (event_id, seat_code) WHERE (released_at IS NULL);
CREATE INDEX seating_claims_of_hold ON public.seating_claims USING btree (hold_id) WHERE (hold_id IS NOT NULL);
CREATE INDEX seating_claims_of_order ON public.seating_claims USING btree (order_id) WHERE (order_id IS NOT NULL);

create table seating_events (
  event_id text not null,
  seq bigint not null,
  constraint seating_events_pkey PRIMARY KEY (event_id)
);

create table seating_plans (
  archived boolean,
  capacity integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  geometry jsonb,
  id integer default nextval('seating_plans_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  name jsonb,
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  version integer,
  constraint seating_plans_capacity CHECK (((capacity IS NULL) OR (capacity >= 0))),
  constraint seating_plans_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint seating_plans_geometry CHECK ((jsonb_typeof(geometry) = 'object'::text)),
  constraint seating_plans_pkey PRIMARY KEY (id),
  constraint seating_plans_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint seating_plans_version CHECK ((version > 0))
);
CREATE INDEX seating_plans_created_by_id_fk ON public.seating_plans USING btree (created_by_id);
CREATE INDEX seating_plans_documents_idx ON public.seating_plans USING btree (document_id, locale, published_at);
CREATE INDEX seating_plans_updated_by_id_fk ON public.seating_plans USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.seating_plans FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.seating_plans REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.seating_plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.seating_plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table sellers (
  archived boolean,
  bank_details text,
  country character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  currency character varying(255),
  demo boolean,
  document_id character varying(255),
  email character varying(255),
  id integer default nextval('sellers_id_seq'::regclass) not null,
  inn character varying(255),
  kpp character varying(255),
  label character varying(255),
  legal_address jsonb,
  legal_name jsonb,
  locale character varying(255),
  membership_gate character varying(255),
  name jsonb,
  ogrn character varying(255),
  phone character varying(255),
  published_at timestamp(6) without time zone,
  registration character varying(255),
  slug character varying(255),
  tax_regime character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  website character varying(255),
  constraint sellers_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint sellers_currency CHECK (((currency)::text = ANY ((ARRAY['RUB'::character varying, 'EUR'::character varying, 'USD'::character varying, 'CNY'::character varying])::text[]))),
  constraint sellers_membership_gate CHECK (((membership_gate)::text = ANY ((ARRAY['off'::character varying, 'members_only_activities'::character varying, 'all'::character varying])::text[]))),
  constraint sellers_pkey PRIMARY KEY (id),
  constraint sellers_tax_regime CHECK (((tax_regime)::text = ANY ((ARRAY['general'::character varying, 'simplified'::character varying, 'simplified5'::character varying, 'simplified7'::character varying, 'foreign'::character varying])::text[]))),
  constraint sellers_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX sellers_created_by_id_fk ON public.sellers USING btree (created_by_id);
CREATE INDEX sellers_documents_idx ON public.sellers USING btree (document_id, locale, published_at);
CREATE UNIQUE INDEX sellers_slug ON public.sellers USING btree (slug);
CREATE INDEX sellers_updated_by_id_fk ON public.sellers USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.sellers FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.sellers REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.sellers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.sellers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table sellers_offer_page_lnk (
  id integer default nextval('sellers_offer_page_lnk_id_seq'::regclass) not null,
  page_id integer,
  seller_id integer,
  constraint sellers_offer_page_lnk_fk FOREIGN KEY (seller_id) REFERENCES sellers(id) ON DELETE CASCADE,
  constraint sellers_offer_page_lnk_ifk FOREIGN KEY (page_id) REFERENCES pages(id) ON DELETE CASCADE,
  constraint sellers_offer_page_lnk_pkey PRIMARY KEY (id),
  constraint sellers_offer_page_lnk_uq UNIQUE (seller_id, page_id)
);
CREATE INDEX sellers_offer_page_lnk_fk ON public.sellers_offer_page_lnk USING btree (seller_id);
CREATE INDEX sellers_offer_page_lnk_ifk ON public.sellers_offer_page_lnk USING btree (page_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.sellers_offer_page_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.sellers_offer_page_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sellers', 'seller_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.sellers_offer_page_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sellers', 'seller_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.sellers_offer_page_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sellers', 'seller_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.sellers_offer_page_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sellers', 'seller_id');

create table sites (
  accent character varying(255),
  address jsonb,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  email character varying(255),
  footer jsonb,
  id integer default nextval('sites_id_seq'::regclass) not null,
  locale character varying(255),
  name jsonb,
  phone character varying(255),
  published_at timestamp(6) without time zone,
  tagline jsonb,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint sites_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint sites_pkey PRIMARY KEY (id),
  constraint sites_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX sites_created_by_id_fk ON public.sites USING btree (created_by_id);
CREATE INDEX sites_documents_idx ON public.sites USING btree (document_id, locale, published_at);
CREATE INDEX sites_updated_by_id_fk ON public.sites USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.sites FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.sites REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.sites REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.sites REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table sites_shelves_lnk (
  category_id integer,
  category_ord double precision,
  id integer default nextval('sites_shelves_lnk_id_seq'::regclass) not null,
  site_id integer,
  constraint sites_shelves_lnk_fk FOREIGN KEY (site_id) REFERENCES sites(id) ON DELETE CASCADE,
  constraint sites_shelves_lnk_ifk FOREIGN KEY (category_id) REFERENCES categories(id) ON DELETE CASCADE,
  constraint sites_shelves_lnk_pkey PRIMARY KEY (id),
  constraint sites_shelves_lnk_uq UNIQUE (site_id, category_id)
);
CREATE INDEX sites_shelves_lnk_fk ON public.sites_shelves_lnk USING btree (site_id);
CREATE INDEX sites_shelves_lnk_ifk ON public.sites_shelves_lnk USING btree (category_id);
CREATE INDEX sites_shelves_lnk_ofk ON public.sites_shelves_lnk USING btree (category_ord);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.sites_shelves_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.sites_shelves_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sites', 'site_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.sites_shelves_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sites', 'site_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.sites_shelves_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sites', 'site_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.sites_shelves_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('sites', 'site_id');

create table strapi_ai_localization_jobs (
  content_type character varying(255) not null,
  created_at timestamp(6) without time zone,
  id integer default nextval('strapi_ai_localization_jobs_id_seq'::regclass) not null,
  related_document_id character varying(255) not null,
  source_locale character varying(255) not null,
  status character varying(255) not null,
  target_locales jsonb not null,
  updated_at timestamp(6) without time zone,
  constraint strapi_ai_localization_jobs_pkey PRIMARY KEY (id)
);

create table strapi_ai_metadata_jobs (
  completed_at timestamp(6) without time zone,
  created_at timestamp(6) without time zone,
  id integer default nextval('strapi_ai_metadata_jobs_id_seq'::regclass) not null,
  status character varying(255) not null,
  constraint strapi_ai_metadata_jobs_pkey PRIMARY KEY (id)
);

create table strapi_api_token_permissions (
  action character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('strapi_api_token_permissions_id_seq'::regclass) not null,
  locale character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_api_token_permissions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_api_token_permissions_pkey PRIMARY KEY (id),
  constraint strapi_api_token_permissions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_api_token_permissions_created_by_id_fk ON public.strapi_api_token_permissions USING btree (created_by_id);
CREATE INDEX strapi_api_token_permissions_documents_idx ON public.strapi_api_token_permissions USING btree (document_id, locale, published_at);
CREATE INDEX strapi_api_token_permissions_updated_by_id_fk ON public.strapi_api_token_permissions USING btree (updated_by_id);

create table strapi_api_token_permissions_token_lnk (
  api_token_id integer,
  api_token_permission_id integer,
  api_token_permission_ord double precision,
  id integer default nextval('strapi_api_token_permissions_token_lnk_id_seq'::regclass) not null,
  constraint strapi_api_token_permissions_token_lnk_fk FOREIGN KEY (api_token_permission_id) REFERENCES strapi_api_token_permissions(id) ON DELETE CASCADE,
  constraint strapi_api_token_permissions_token_lnk_ifk FOREIGN KEY (api_token_id) REFERENCES strapi_api_tokens(id) ON DELETE CASCADE,
  constraint strapi_api_token_permissions_token_lnk_pkey PRIMARY KEY (id),
  constraint strapi_api_token_permissions_token_lnk_uq UNIQUE (api_token_permission_id, api_token_id)
);
CREATE INDEX strapi_api_token_permissions_token_lnk_fk ON public.strapi_api_token_permissions_token_lnk USING btree (api_token_permission_id);
CREATE INDEX strapi_api_token_permissions_token_lnk_ifk ON public.strapi_api_token_permissions_token_lnk USING btree (api_token_id);
CREATE INDEX strapi_api_token_permissions_token_lnk_oifk ON public.strapi_api_token_permissions_token_lnk USING btree (api_token_permission_ord);

create table strapi_api_tokens (
  access_key character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  description character varying(255),
  document_id character varying(255),
  encrypted_key text,
  expires_at timestamp(6) without time zone,
  id integer default nextval('strapi_api_tokens_id_seq'::regclass) not null,
  kind character varying(255),
  last_used_at timestamp(6) without time zone,
  lifespan bigint,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  type character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_api_tokens_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_api_tokens_pkey PRIMARY KEY (id),
  constraint strapi_api_tokens_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_api_tokens_created_by_id_fk ON public.strapi_api_tokens USING btree (created_by_id);
CREATE INDEX strapi_api_tokens_documents_idx ON public.strapi_api_tokens USING btree (document_id, locale, published_at);
CREATE INDEX strapi_api_tokens_updated_by_id_fk ON public.strapi_api_tokens USING btree (updated_by_id);

create table strapi_api_tokens_admin_user_owner_lnk (
  api_token_id integer,
  api_token_ord double precision,
  id integer default nextval('strapi_api_tokens_admin_user_owner_lnk_id_seq'::regclass) not null,
  user_id integer,
  constraint strapi_api_tokens_admin_user_owner_lnk_fk FOREIGN KEY (api_token_id) REFERENCES strapi_api_tokens(id) ON DELETE CASCADE,
  constraint strapi_api_tokens_admin_user_owner_lnk_ifk FOREIGN KEY (user_id) REFERENCES admin_users(id) ON DELETE CASCADE,
  constraint strapi_api_tokens_admin_user_owner_lnk_pkey PRIMARY KEY (id),
  constraint strapi_api_tokens_admin_user_owner_lnk_uq UNIQUE (api_token_id, user_id)
);
CREATE INDEX strapi_api_tokens_admin_user_owner_lnk_fk ON public.strapi_api_tokens_admin_user_owner_lnk USING btree (api_token_id);
CREATE INDEX strapi_api_tokens_admin_user_owner_lnk_ifk ON public.strapi_api_tokens_admin_user_owner_lnk USING btree (user_id);
CREATE INDEX strapi_api_tokens_admin_user_owner_lnk_oifk ON public.strapi_api_tokens_admin_user_owner_lnk USING btree (api_token_ord);

create table strapi_core_store_settings (
  environment character varying(255),
  id integer default nextval('strapi_core_store_settings_id_seq'::regclass) not null,
  key character varying(255),
  tag character varying(255),
  type character varying(255),
  value text,
  constraint strapi_core_store_settings_pkey PRIMARY KEY (id)
);

create table strapi_database_schema (
  hash character varying(255),
  id integer default nextval('strapi_database_schema_id_seq'::regclass) not null,
  schema json,
  "time" timestamp without time zone,
  constraint strapi_database_schema_pkey PRIMARY KEY (id)
);

create table strapi_history_versions (
  content_type character varying(255) not null,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  data jsonb,
  id integer default nextval('strapi_history_versions_id_seq'::regclass) not null,
  locale character varying(255),
  related_document_id character varying(255),
  schema jsonb,
  status character varying(255),
  constraint strapi_history_versions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_history_versions_pkey PRIMARY KEY (id)
);
CREATE INDEX strapi_history_versions_created_by_id_fk ON public.strapi_history_versions USING btree (created_by_id);

create table strapi_migrations (
  id integer default nextval('strapi_migrations_id_seq'::regclass) not null,
  name character varying(255),
  "time" timestamp without time zone,
  constraint strapi_migrations_pkey PRIMARY KEY (id)
);

create table strapi_migrations_internal (
  id integer default nextval('strapi_migrations_internal_id_seq'::regclass) not null,
  name character varying(255),
  "time" timestamp without time zone,
  constraint strapi_migrations_internal_pkey PRIMARY KEY (id)
);

create table strapi_release_actions (
  content_type character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  entry_document_id character varying(255),
  id integer default nextval('strapi_release_actions_id_seq'::regclass) not null,
  is_entry_valid boolean,
  locale character varying(255),
  published_at timestamp(6) without time zone,
  type character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_release_actions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_release_actions_pkey PRIMARY KEY (id),
  constraint strapi_release_actions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_release_actions_created_by_id_fk ON public.strapi_release_actions USING btree (created_by_id);
CREATE INDEX strapi_release_actions_documents_idx ON public.strapi_release_actions USING btree (document_id, locale, published_at);
CREATE INDEX strapi_release_actions_updated_by_id_fk ON public.strapi_release_actions USING btree (updated_by_id);

create table strapi_release_actions_release_lnk (
  id integer default nextval('strapi_release_actions_release_lnk_id_seq'::regclass) not null,
  release_action_id integer,
  release_action_ord double precision,
  release_id integer,
  constraint strapi_release_actions_release_lnk_fk FOREIGN KEY (release_action_id) REFERENCES strapi_release_actions(id) ON DELETE CASCADE,
  constraint strapi_release_actions_release_lnk_ifk FOREIGN KEY (release_id) REFERENCES strapi_releases(id) ON DELETE CASCADE,
  constraint strapi_release_actions_release_lnk_pkey PRIMARY KEY (id),
  constraint strapi_release_actions_release_lnk_uq UNIQUE (release_action_id, release_id)
);
CREATE INDEX strapi_release_actions_release_lnk_fk ON public.strapi_release_actions_release_lnk USING btree (release_action_id);
CREATE INDEX strapi_release_actions_release_lnk_ifk ON public.strapi_release_actions_release_lnk USING btree (release_id);
CREATE INDEX strapi_release_actions_release_lnk_oifk ON public.strapi_release_actions_release_lnk USING btree (release_action_ord);

create table strapi_releases (
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('strapi_releases_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  released_at timestamp(6) without time zone,
  scheduled_at timestamp(6) without time zone,
  status character varying(255),
  timezone character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_releases_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_releases_pkey PRIMARY KEY (id),
  constraint strapi_releases_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_releases_created_by_id_fk ON public.strapi_releases USING btree (created_by_id);
CREATE INDEX strapi_releases_documents_idx ON public.strapi_releases USING btree (document_id, locale, published_at);
CREATE INDEX strapi_releases_updated_by_id_fk ON public.strapi_releases USING btree (updated_by_id);

create table strapi_sessions (
  absolute_expires_at timestamp(6) without time zone,
  child_id character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  device_id character varying(255),
  document_id character varying(255),
  expires_at timestamp(6) without time zone,
  id integer default nextval('strapi_sessions_id_seq'::regclass) not null,
  locale character varying(255),
  metadata jsonb,
  origin character varying(255),
  published_at timestamp(6) without time zone,
  session_id character varying(255),
  status character varying(255),
  type character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  user_id character varying(255),
  constraint strapi_sessions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_sessions_pkey PRIMARY KEY (id),
  constraint strapi_sessions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_sessions_created_by_id_fk ON public.strapi_sessions USING btree (created_by_id);
CREATE INDEX strapi_sessions_documents_idx ON public.strapi_sessions USING btree (document_id, locale, published_at);
CREATE INDEX strapi_sessions_session ON public.strapi_sessions USING btree (session_id);
CREATE INDEX strapi_sessions_updated_by_id_fk ON public.strapi_sessions USING btree (updated_by_id);

create table strapi_transfer_token_permissions (
  action character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('strapi_transfer_token_permissions_id_seq'::regclass) not null,
  locale character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_transfer_token_permissions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_transfer_token_permissions_pkey PRIMARY KEY (id),
  constraint strapi_transfer_token_permissions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_transfer_token_permissions_created_by_id_fk ON public.strapi_transfer_token_permissions USING btree (created_by_id);
CREATE INDEX strapi_transfer_token_permissions_documents_idx ON public.strapi_transfer_token_permissions USING btree (document_id, locale, published_at);
CREATE INDEX strapi_transfer_token_permissions_updated_by_id_fk ON public.strapi_transfer_token_permissions USING btree (updated_by_id);

create table strapi_transfer_token_permissions_token_lnk (
  id integer default nextval('strapi_transfer_token_permissions_token_lnk_id_seq'::regclass) not null,
  transfer_token_id integer,
  transfer_token_permission_id integer,
  transfer_token_permission_ord double precision,
  constraint strapi_transfer_token_permissions_token_lnk_fk FOREIGN KEY (transfer_token_permission_id) REFERENCES strapi_transfer_token_permissions(id) ON DELETE CASCADE,
  constraint strapi_transfer_token_permissions_token_lnk_ifk FOREIGN KEY (transfer_token_id) REFERENCES strapi_transfer_tokens(id) ON DELETE CASCADE,
  constraint strapi_transfer_token_permissions_token_lnk_pkey PRIMARY KEY (id),
  constraint strapi_transfer_token_permissions_token_lnk_uq UNIQUE (transfer_token_permission_id, transfer_token_id)
);
CREATE INDEX strapi_transfer_token_permissions_token_lnk_fk ON public.strapi_transfer_token_permissions_token_lnk USING btree (transfer_token_permission_id);
CREATE INDEX strapi_transfer_token_permissions_token_lnk_ifk ON public.strapi_transfer_token_permissions_token_lnk USING btree (transfer_token_id);
CREATE INDEX strapi_transfer_token_permissions_token_lnk_oifk ON public.strapi_transfer_token_permissions_token_lnk USING btree (transfer_token_permission_ord);

create table strapi_transfer_tokens (
  access_key character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  description character varying(255),
  document_id character varying(255),
  expires_at timestamp(6) without time zone,
  id integer default nextval('strapi_transfer_tokens_id_seq'::regclass) not null,
  last_used_at timestamp(6) without time zone,
  lifespan bigint,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_transfer_tokens_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_transfer_tokens_pkey PRIMARY KEY (id),
  constraint strapi_transfer_tokens_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_transfer_tokens_created_by_id_fk ON public.strapi_transfer_tokens USING btree (created_by_id);
CREATE INDEX strapi_transfer_tokens_documents_idx ON public.strapi_transfer_tokens USING btree (document_id, locale, published_at);
CREATE INDEX strapi_transfer_tokens_updated_by_id_fk ON public.strapi_transfer_tokens USING btree (updated_by_id);

create table strapi_webhooks (
  enabled boolean,
  events jsonb,
  headers jsonb,
  id integer default nextval('strapi_webhooks_id_seq'::regclass) not null,
  name character varying(255),
  url text,
  constraint strapi_webhooks_pkey PRIMARY KEY (id)
);

create table strapi_workflows (
  content_types jsonb,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('strapi_workflows_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_workflows_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_workflows_pkey PRIMARY KEY (id),
  constraint strapi_workflows_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_workflows_created_by_id_fk ON public.strapi_workflows USING btree (created_by_id);
CREATE INDEX strapi_workflows_documents_idx ON public.strapi_workflows USING btree (document_id, locale, published_at);
CREATE INDEX strapi_workflows_updated_by_id_fk ON public.strapi_workflows USING btree (updated_by_id);

create table strapi_workflows_stage_required_to_publish_lnk (
  id integer default nextval('strapi_workflows_stage_required_to_publish_lnk_id_seq'::regclass) not null,
  workflow_id integer,
  workflow_stage_id integer,
  constraint strapi_workflows_stage_required_to_publish_lnk_fk FOREIGN KEY (workflow_id) REFERENCES strapi_workflows(id) ON DELETE CASCADE,
  constraint strapi_workflows_stage_required_to_publish_lnk_ifk FOREIGN KEY (workflow_stage_id) REFERENCES strapi_workflows_stages(id) ON DELETE CASCADE,
  constraint strapi_workflows_stage_required_to_publish_lnk_pkey PRIMARY KEY (id),
  constraint strapi_workflows_stage_required_to_publish_lnk_uq UNIQUE (workflow_id, workflow_stage_id)
);
CREATE INDEX strapi_workflows_stage_required_to_publish_lnk_fk ON public.strapi_workflows_stage_required_to_publish_lnk USING btree (workflow_id);
CREATE INDEX strapi_workflows_stage_required_to_publish_lnk_ifk ON public.strapi_workflows_stage_required_to_publish_lnk USING btree (workflow_stage_id);

create table strapi_workflows_stages (
  color character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('strapi_workflows_stages_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint strapi_workflows_stages_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint strapi_workflows_stages_pkey PRIMARY KEY (id),
  constraint strapi_workflows_stages_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX strapi_workflows_stages_created_by_id_fk ON public.strapi_workflows_stages USING btree (created_by_id);
CREATE INDEX strapi_workflows_stages_documents_idx ON public.strapi_workflows_stages USING btree (document_id, locale, published_at);
CREATE INDEX strapi_workflows_stages_updated_by_id_fk ON public.strapi_workflows_stages USING btree (updated_by_id);

create table strapi_workflows_stages_permissions_lnk (
  id integer default nextval('strapi_workflows_stages_permissions_lnk_id_seq'::regclass) not null,
  permission_id integer,
  permission_ord double precision,
  workflow_stage_id integer,
  constraint strapi_workflows_stages_permissions_lnk_fk FOREIGN KEY (workflow_stage_id) REFERENCES strapi_workflows_stages(id) ON DELETE CASCADE,
  constraint strapi_workflows_stages_permissions_lnk_ifk FOREIGN KEY (permission_id) REFERENCES admin_permissions(id) ON DELETE CASCADE,
  constraint strapi_workflows_stages_permissions_lnk_pkey PRIMARY KEY (id),
  constraint strapi_workflows_stages_permissions_lnk_uq UNIQUE (workflow_stage_id, permission_id)
);
CREATE INDEX strapi_workflows_stages_permissions_lnk_fk ON public.strapi_workflows_stages_permissions_lnk USING btree (workflow_stage_id);
CREATE INDEX strapi_workflows_stages_permissions_lnk_ifk ON public.strapi_workflows_stages_permissions_lnk USING btree (permission_id);
CREATE INDEX strapi_workflows_stages_permissions_lnk_ofk ON public.strapi_workflows_stages_permissions_lnk USING btree (permission_ord);

create table strapi_workflows_stages_workflow_lnk (
  id integer default nextval('strapi_workflows_stages_workflow_lnk_id_seq'::regclass) not null,
  workflow_id integer,
  workflow_stage_id integer,
  workflow_stage_ord double precision,
  constraint strapi_workflows_stages_workflow_lnk_fk FOREIGN KEY (workflow_stage_id) REFERENCES strapi_workflows_stages(id) ON DELETE CASCADE,
  constraint strapi_workflows_stages_workflow_lnk_ifk FOREIGN KEY (workflow_id) REFERENCES strapi_workflows(id) ON DELETE CASCADE,
  constraint strapi_workflows_stages_workflow_lnk_pkey PRIMARY KEY (id),
  constraint strapi_workflows_stages_workflow_lnk_uq UNIQUE (workflow_stage_id, workflow_id)
);
CREATE INDEX strapi_workflows_stages_workflow_lnk_fk ON public.strapi_workflows_stages_workflow_lnk USING btree (workflow_stage_id);
CREATE INDEX strapi_workflows_stages_workflow_lnk_ifk ON public.strapi_workflows_stages_workflow_lnk USING btree (workflow_id);
CREATE INDEX strapi_workflows_stages_workflow_lnk_oifk ON public.strapi_workflows_stages_workflow_lnk USING btree (workflow_stage_ord);

create table ticket_demo_certificate (
  authority text not null,
  certificate text not null,
  key text not null,
  made_at timestamp with time zone not null,
  only_one boolean default true not null,
  constraint ticket_demo_certificate_only_one_check CHECK (only_one),
  constraint ticket_demo_certificate_pkey PRIMARY KEY (only_one)
);

create table ticket_keys (
  key_id text not null,
  listed_at timestamp with time zone not null,
  public_key text not null,
  signs_from timestamp with time zone not null,
  signs_until timestamp with time zone not null,
  constraint ticket_keys_pkey PRIMARY KEY (key_id),
  constraint ticket_keys_shape CHECK (((key_id ~ '^\d{4}Q[1-4]-[0-9a-f]{4}$'::text) AND (public_key ~ '^[A-Za-z0-9_-]{43}$'::text) AND (signs_until > signs_from)))
);
CREATE TRIGGER ticket_keys_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ticket_keys FOR EACH STATEMENT EXECUTE FUNCTION ticket_keys_refuse_change();

create table ticket_types (
  archived boolean,
  code character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('ticket_types_id_seq'::regclass) not null,
  label character varying(255),
  locale character varying(255),
  max_age integer,
  min_age integer,
  name jsonb,
  needs_adult boolean,
  occupies_place boolean,
  "position" integer,
  proof jsonb,
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint ticket_types_ages CHECK (((min_age IS NULL) OR (max_age IS NULL) OR (max_age >= min_age))),
  constraint ticket_types_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint ticket_types_pkey PRIMARY KEY (id),
  constraint ticket_types_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX ticket_types_code ON public.ticket_types USING btree (code);
CREATE INDEX ticket_types_created_by_id_fk ON public.ticket_types USING btree (created_by_id);
CREATE INDEX ticket_types_documents_idx ON public.ticket_types USING btree (document_id, locale, published_at);
CREATE INDEX ticket_types_updated_by_id_fk ON public.ticket_types USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.ticket_types FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.ticket_types REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.ticket_types REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.ticket_types REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table up_permissions (
  action character varying(255),
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('up_permissions_id_seq'::regclass) not null,
  locale character varying(255),
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint up_permissions_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint up_permissions_pkey PRIMARY KEY (id),
  constraint up_permissions_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX up_permissions_created_by_id_fk ON public.up_permissions USING btree (created_by_id);
CREATE INDEX up_permissions_documents_idx ON public.up_permissions USING btree (document_id, locale, published_at);
CREATE INDEX up_permissions_updated_by_id_fk ON public.up_permissions USING btree (updated_by_id);

create table up_permissions_role_lnk (
  id integer default nextval('up_permissions_role_lnk_id_seq'::regclass) not null,
  permission_id integer,
  permission_ord double precision,
  role_id integer,
  constraint up_permissions_role_lnk_fk FOREIGN KEY (permission_id) REFERENCES up_permissions(id) ON DELETE CASCADE,
  constraint up_permissions_role_lnk_ifk FOREIGN KEY (role_id) REFERENCES up_roles(id) ON DELETE CASCADE,
  constraint up_permissions_role_lnk_pkey PRIMARY KEY (id),
  constraint up_permissions_role_lnk_uq UNIQUE (permission_id, role_id)
);
CREATE INDEX up_permissions_role_lnk_fk ON public.up_permissions_role_lnk USING btree (permission_id);
CREATE INDEX up_permissions_role_lnk_ifk ON public.up_permissions_role_lnk USING btree (role_id);
CREATE INDEX up_permissions_role_lnk_oifk ON public.up_permissions_role_lnk USING btree (permission_ord);

create table up_roles (
  created_at timestamp(6) without time zone,
  created_by_id integer,
  description character varying(255),
  document_id character varying(255),
  id integer default nextval('up_roles_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  published_at timestamp(6) without time zone,
  type character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint up_roles_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint up_roles_pkey PRIMARY KEY (id),
  constraint up_roles_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX up_roles_created_by_id_fk ON public.up_roles USING btree (created_by_id);
CREATE INDEX up_roles_documents_idx ON public.up_roles USING btree (document_id, locale, published_at);
CREATE INDEX up_roles_updated_by_id_fk ON public.up_roles USING btree (updated_by_id);

create table up_users (
  blocked boolean,
  confirmation_token character varying(255),
  confirmed boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  email character varying(255),
  id integer default nextval('up_users_id_seq'::regclass) not null,
  locale character varying(255),
  password character varying(255),
  provider character varying(255),
  published_at timestamp(6) without time zone,
  reset_password_token character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  username character varying(255),
  constraint up_users_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint up_users_pkey PRIMARY KEY (id),
  constraint up_users_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX up_users_address ON public.up_users USING btree (lower((email)::text));
CREATE INDEX up_users_created_by_id_fk ON public.up_users USING btree (created_by_id);
CREATE UNIQUE INDEX up_users_document ON public.up_users USING btree (document_id);
CREATE INDEX up_users_documents_idx ON public.up_users USING btree (document_id, locale, published_at);
CREATE INDEX up_users_updated_by_id_fk ON public.up_users USING btree (updated_by_id);

create table up_users_role_lnk (
  id integer default nextval('up_users_role_lnk_id_seq'::regclass) not null,
  role_id integer,
  user_id integer,
  user_ord double precision,
  constraint up_users_role_lnk_fk FOREIGN KEY (user_id) REFERENCES up_users(id) ON DELETE CASCADE,
  constraint up_users_role_lnk_ifk FOREIGN KEY (role_id) REFERENCES up_roles(id) ON DELETE CASCADE,
  constraint up_users_role_lnk_pkey PRIMARY KEY (id),
  constraint up_users_role_lnk_uq UNIQUE (user_id, role_id)
);
CREATE INDEX up_users_role_lnk_fk ON public.up_users_role_lnk USING btree (user_id);
CREATE INDEX up_users_role_lnk_ifk ON public.up_users_role_lnk USING btree (role_id);
CREATE INDEX up_users_role_lnk_oifk ON public.up_users_role_lnk USING btree (user_ord);

create table upload_folders (
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('upload_folders_id_seq'::regclass) not null,
  locale character varying(255),
  name character varying(255),
  path character varying(255),
  path_id integer,
  published_at timestamp(6) without time zone,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint upload_folders_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint upload_folders_path_id_index UNIQUE (path_id),
  constraint upload_folders_path_index UNIQUE (path),
  constraint upload_folders_pkey PRIMARY KEY (id),
  constraint upload_folders_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX upload_folders_created_by_id_fk ON public.upload_folders USING btree (created_by_id);
CREATE INDEX upload_folders_documents_idx ON public.upload_folders USING btree (document_id, locale, published_at);
CREATE INDEX upload_folders_updated_by_id_fk ON public.upload_folders USING btree (updated_by_id);

create table upload_folders_parent_lnk (
  folder_id integer,
  folder_ord double precision,
  id integer default nextval('upload_folders_parent_lnk_id_seq'::regclass) not null,
  inv_folder_id integer,
  constraint upload_folders_parent_lnk_fk FOREIGN KEY (folder_id) REFERENCES upload_folders(id) ON DELETE CASCADE,
  constraint upload_folders_parent_lnk_ifk FOREIGN KEY (inv_folder_id) REFERENCES upload_folders(id) ON DELETE CASCADE,
  constraint upload_folders_parent_lnk_pkey PRIMARY KEY (id),
  constraint upload_folders_parent_lnk_uq UNIQUE (folder_id, inv_folder_id)
);
CREATE INDEX upload_folders_parent_lnk_fk ON public.upload_folders_parent_lnk USING btree (folder_id);
CREATE INDEX upload_folders_parent_lnk_ifk ON public.upload_folders_parent_lnk USING btree (inv_folder_id);
CREATE INDEX upload_folders_parent_lnk_oifk ON public.upload_folders_parent_lnk USING btree (folder_ord);

create table venues (
  address jsonb,
  archived boolean,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  document_id character varying(255),
  id integer default nextval('venues_id_seq'::regclass) not null,
  label character varying(255),
  latitude double precision,
  locale character varying(255),
  longitude double precision,
  name jsonb,
  published_at timestamp(6) without time zone,
  timezone character varying(255),
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint venues_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint venues_pkey PRIMARY KEY (id),
  constraint venues_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX venues_created_by_id_fk ON public.venues USING btree (created_by_id);
CREATE INDEX venues_documents_idx ON public.venues USING btree (document_id, locale, published_at);
CREATE INDEX venues_updated_by_id_fk ON public.venues USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.venues FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.venues REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.venues REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.venues REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table vessel_occupations (
  during tstzrange not null,
  subject_id text not null,
  subject_kind text not null,
  vessel_id text not null,
  constraint vessel_occupations_apart EXCLUDE USING gist (vessel_id WITH =, during WITH &&),
  constraint vessel_occupations_during CHECK ((NOT isempty(during))),
  constraint vessel_occupations_pkey PRIMARY KEY (subject_kind, subject_id),
  constraint vessel_occupations_subject CHECK ((subject_kind = ANY (ARRAY['event'::text, 'rental'::text])))
);

create table vessels (
  accessible boolean,
  archived boolean,
  built_year integer,
  capacity integer,
  created_at timestamp(6) without time zone,
  created_by_id integer,
  decks integer,
  description jsonb,
  document_id character varying(255),
  id integer default nextval('vessels_id_seq'::regclass) not null,
  kind character varying(255),
  label character varying(255),
  length_metres double precision,
  locale character varying(255),
  name jsonb,
  published_at timestamp(6) without time zone,
  turnaround_minutes integer,
  updated_at timestamp(6) without time zone,
  updated_by_id integer,
  constraint vessels_capacity CHECK ((capacity > 0)),
  constraint vessels_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES admin_users(id) ON DELETE SET NULL,
  constraint vessels_kind CHECK (((kind)::text = ANY ((ARRAY['ship'::character varying, 'boat'::character varying, 'yacht'::character varying, 'catamaran'::character varying])::text[]))),
  constraint vessels_pkey PRIMARY KEY (id),
  constraint vessels_turnaround CHECK (((turnaround_minutes IS NULL) OR (turnaround_minutes >= 0))),
  constraint vessels_updated_by_id_fk FOREIGN KEY (updated_by_id) REFERENCES admin_users(id) ON DELETE SET NULL
);
CREATE INDEX vessels_created_by_id_fk ON public.vessels USING btree (created_by_id);
CREATE INDEX vessels_documents_idx ON public.vessels USING btree (document_id, locale, published_at);
CREATE INDEX vessels_updated_by_id_fk ON public.vessels USING btree (updated_by_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.vessels FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.vessels REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.vessels REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.vessels REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_rows_changed();

create table vessels_seating_plan_lnk (
  id integer default nextval('vessels_seating_plan_lnk_id_seq'::regclass) not null,
  seating_plan_id integer,
  vessel_id integer,
  constraint vessels_seating_plan_lnk_fk FOREIGN KEY (vessel_id) REFERENCES vessels(id) ON DELETE CASCADE,
  constraint vessels_seating_plan_lnk_ifk FOREIGN KEY (seating_plan_id) REFERENCES seating_plans(id) ON DELETE CASCADE,
  constraint vessels_seating_plan_lnk_pkey PRIMARY KEY (id),
  constraint vessels_seating_plan_lnk_uq UNIQUE (vessel_id, seating_plan_id)
);
CREATE INDEX vessels_seating_plan_lnk_fk ON public.vessels_seating_plan_lnk USING btree (vessel_id);
CREATE INDEX vessels_seating_plan_lnk_ifk ON public.vessels_seating_plan_lnk USING btree (seating_plan_id);
CREATE TRIGGER catalog_changed AFTER TRUNCATE ON public.vessels_seating_plan_lnk FOR EACH STATEMENT EXECUTE FUNCTION catalog_announce();
CREATE TRIGGER catalog_changed_delete_old AFTER DELETE ON public.vessels_seating_plan_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('vessels', 'vessel_id');
CREATE TRIGGER catalog_changed_insert_new AFTER INSERT ON public.vessels_seating_plan_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('vessels', 'vessel_id');
CREATE TRIGGER catalog_changed_update_new AFTER UPDATE ON public.vessels_seating_plan_lnk REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('vessels', 'vessel_id');
CREATE TRIGGER catalog_changed_update_old AFTER UPDATE ON public.vessels_seating_plan_lnk REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION catalog_links_changed('vessels', 'vessel_id');

CREATE OR REPLACE FUNCTION public.audit_log_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audit_log is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('catalog', coalesce(tg_argv[0], ''));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_event_links_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell('events', array(
    select distinct e.document_id from changed join events e on e.id = changed.event_id order by e.document_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_events_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell('events', array(select distinct document_id from changed order by document_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_files_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell_pictured(m.related_type, array_agg(m.related_id))
     from changed join files_related_mph m on m.file_id = changed.id group by m.related_type;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_links_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ids text[];
begin
  execute format('select array(select distinct o.document_id from changed c join %I o on o.id = c.%I order by 1)',
                 tg_argv[0], tg_argv[1]) into ids;
  perform catalog_tell(tg_argv[0], ids);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_pictures_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell_pictured(related_type, array_agg(related_id)) from changed group by related_type;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_price_activities_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell('prices', array(
    select distinct a.document_id from changed join activities a on a.id = changed.activity_id order by a.document_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_price_events_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell('events', array(
    select distinct e.document_id from changed join events e on e.id = changed.event_id order by e.document_id));
  perform catalog_tell('prices', array(
    select distinct a.document_id from changed join prices_activity_lnk l on l.price_id = changed.price_id
      join activities a on a.id = l.activity_id order by a.document_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_price_links_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell_prices(array(select price_id from changed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_prices_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell_prices(array(select id from changed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_rows_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ids constant text[] := array(select distinct document_id from changed order by document_id);
begin
  perform catalog_tell(tg_table_name, ids);
  if tg_table_name = 'pages' then
    perform catalog_tell('sellers', array(
      select distinct s.document_id from pages p join sellers_offer_page_lnk l on l.page_id = p.id
        join sellers s on s.id = l.seller_id where p.document_id = any (ids) order by s.document_id));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_sales_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform catalog_tell('activities', array(select distinct document_id from changed order by document_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_tell(kind text, ids text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  most constant integer := 5000;
  together constant integer := 250;
begin
  if cardinality(ids) > most then
    perform pg_notify('catalog', '');
    return;
  end if;
  for began in 1 .. cardinality(ids) by together loop
    perform pg_notify('catalog', kind || ' ' || array_to_string(ids[began : began + together - 1], ' '));
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_tell_pictured(type text, owner_ids integer[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  ids text[];
  owner constant text := case type when 'api::catalog.activity' then 'activities' when 'api::catalog.product' then 'products'
                                   when 'api::catalog.site' then 'sites' end;
begin
  if owner is null then return; end if;
  execute format('select array(select distinct document_id from %I where id = any ($1) order by 1)', owner)
    into ids using owner_ids;
  perform catalog_tell(owner, ids);
end $function$;

CREATE OR REPLACE FUNCTION public.catalog_tell_prices(price_ids integer[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select catalog_tell('events', array(
    select distinct e.document_id from prices_event_lnk l join events e on e.id = l.event_id
     where l.price_id = any (price_ids)));
  select catalog_tell('prices', array(
    select distinct a.document_id from prices_activity_lnk l join activities a on a.id = l.activity_id
     where l.price_id = any (price_ids)
       and not exists (select from prices_event_lnk e where e.price_id = l.price_id)));
$function$;

CREATE OR REPLACE FUNCTION public.clock_offset_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('clock', new.offset_ms::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.departure_reminders_follow()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update departure_reminders r
     set due_at = later.due_at,
         ended_at = null,
         outcome = null
    from (select k.kind, k.patience,
                 (new.start_at at time zone 'UTC') + make_interval(mins => coalesce(new.delay_minutes, 0)) - k.before as due_at
            from (values ('day', interval '24 hours', interval '6 hours'),
                         ('soon', interval '2 hours', interval '1 hour')) k(kind, before, patience)) later
   where r.event_id = new.document_id and r.kind = later.kind
     and (r.ended_at is null or (r.outcome <> 'off' and later.due_at > r.ended_at + later.patience));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.events_drop_occurrence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into dropped_occurrences (occurrence) values (old.occurrence) on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.events_free_vessel()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from vessel_occupations where subject_kind = 'event' and subject_id = old.document_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ledger_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.ledger_refuse_imbalance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  booked bigint := case tg_table_name when 'ledger_transactions' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'transaction_id')::bigint end;
begin
  if not exists (select from ledger_postings where transaction_id = booked) then
    raise exception 'ledger transaction % has no postings', booked using errcode = 'check_violation';
  end if;
  if exists (select from ledger_postings where transaction_id = booked group by currency having sum(amount) <> 0) then
    raise exception 'ledger transaction % does not balance', booked using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.order_history_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'order_history is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.orders_add_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  subject text := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
  crooked record;
begin
  select o.total, o.vat_total, o.discount_total, l.* into crooked
    from orders o
    cross join lateral (
      select coalesce(sum(amount), 0) as amount, coalesce(sum(vat_amount), 0) as vat,
             coalesce(sum(discount_amount), 0) as discount
        from order_lines where order_id = o.document_id
    ) l
   where o.document_id = subject
     and (o.total, o.vat_total, o.discount_total) is distinct from (l.amount, l.vat, l.discount);
  if found then
    raise exception 'order % does not add up: total % (VAT %, discount %), lines % (VAT %, discount %)', subject,
      crooked.total, crooked.vat_total, crooked.discount_total, crooked.amount, crooked.vat, crooked.discount
      using errcode = 'check_violation', constraint = 'orders_add_up';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.orders_lost_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update order_word_losses set times = times + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.orders_tell()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('orders', new.document_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.payments_tell()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('orders', new.payable_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.promotion_uses_keep_limit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  allowed integer;
begin
  select max_uses into allowed from promotions where document_id = new.promotion_id for no key update;
  if not found then
    return null;
  end if;
  if allowed is not null
    and (select count(*) from promotion_uses where promotion_id = new.promotion_id and released_at is null) >= allowed
  then
    return null;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ticket_keys_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'ticket_keys is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $function$;
