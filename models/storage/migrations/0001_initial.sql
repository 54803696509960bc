-- SPDX-License-Identifier: GPL-3.0-or-later
-- min_compatible: 1
-- Times are UTC milliseconds, sums fen, JSON is TEXT (hashed documents must keep their bytes), flags are 0 or 1.
-- @ID@ is the dialect's 64-bit primary key; statements end at the marker line.
CREATE TABLE person (
    id @ID@,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('reviewer', 'supervisor', 'auditor', 'admin')),
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    approval_limit_fen BIGINT NOT NULL CHECK (approval_limit_fen >= 0),
    hears_appeals INTEGER NOT NULL CHECK (hears_appeals IN (0, 1))
)
-- next
CREATE TABLE desk (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    database_id BIGINT NOT NULL CHECK (database_id > 0),
    audit_seq BIGINT NOT NULL,
    audit_hash TEXT NOT NULL,
    high_water_at BIGINT NOT NULL
)
-- next
CREATE TABLE desk_clock (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    now_at BIGINT NOT NULL
)
-- next
CREATE TABLE desk_setting (
    key TEXT NOT NULL PRIMARY KEY,
    json TEXT NOT NULL
)
-- next
CREATE TABLE rule_book (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    effective_to TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (id, version)
)
-- next
CREATE TABLE calendar_year (
    year INTEGER NOT NULL PRIMARY KEY,
    json TEXT NOT NULL
)
-- next
CREATE TABLE command (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    actor TEXT NOT NULL,
    digest TEXT NOT NULL,
    result TEXT NOT NULL,
    at BIGINT NOT NULL
)
-- next
CREATE TABLE audit_entry (
    scope BIGINT NOT NULL,
    seq BIGINT NOT NULL CHECK (seq > 0),
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    payload TEXT NOT NULL,
    prev TEXT NOT NULL CHECK (length(prev) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (scope, seq)
)
-- next
-- ruling_id points at a row of ruling, which points back: no foreign key, kept by the one statement that writes both.
CREATE TABLE dispute (
    id @ID@,
    platform TEXT NOT NULL CHECK (platform <> ''),
    case_no TEXT NOT NULL CHECK (case_no <> ''),
    state TEXT NOT NULL CHECK (state IN ('Queued', 'Claimed', 'AwaitingEvidence', 'Negotiating', 'AwaitingApproval',
        'Ruled', 'Executing', 'Closed', 'Appealed', 'Withdrawn', 'Suspended')),
    round INTEGER NOT NULL CHECK (round >= 1),
    appeal_round INTEGER NOT NULL CHECK (appeal_round IN (0, 1)),
    holder_id BIGINT REFERENCES person (id),
    claimed_at BIGINT,
    lease_until BIGINT,
    claim_no BIGINT NOT NULL CHECK (claim_no >= 0),
    version BIGINT NOT NULL CHECK (version >= 1),
    reserved_for BIGINT REFERENCES person (id),
    reserved_until BIGINT,
    parked_until BIGINT,
    due_at BIGINT,
    due_unknown TEXT NOT NULL,
    desk_due_at BIGINT,
    suspended_at BIGINT,
    rank BIGINT NOT NULL,
    ruling_id BIGINT,
    first_reviewer_id BIGINT REFERENCES person (id),
    type TEXT NOT NULL CHECK (type IN ('return_refund', 'refund_shipped', 'refund_unshipped', 'exchange', 'resend',
        'repair', 'price_protection')),
    reason TEXT NOT NULL CHECK (reason IN ('quality_defect', 'not_as_described', 'wrong_item', 'missing_item', 'damaged',
        'not_received', 'late_shipment', 'seven_day_no_reason', 'counterfeit', 'fresh_food', 'gift_missing',
        'track_abnormal', 'refused_at_door', 'no_longer_wanted', 'other')),
    trade_kind TEXT NOT NULL CHECK (trade_kind IN ('normal', 'live', 'presale', 'custom', 'cross_border', 'second_hand',
        'service', 'virtual')),
    category TEXT NOT NULL,
    product TEXT NOT NULL,
    order_no TEXT NOT NULL,
    claimed_fen BIGINT NOT NULL,
    disputed_fen BIGINT NOT NULL,
    escalated_at BIGINT NOT NULL,
    buyer_id TEXT NOT NULL,
    merchant_id TEXT NOT NULL,
    merchant_name TEXT NOT NULL,
    flags TEXT NOT NULL,
    tags TEXT NOT NULL,
    bundle_digest TEXT NOT NULL,
    audit_seq BIGINT NOT NULL,
    audit_hash TEXT NOT NULL,
    search_text TEXT NOT NULL,
    UNIQUE (platform, case_no),
    CHECK (state <> 'Claimed' OR (holder_id IS NOT NULL AND lease_until IS NOT NULL))
)
-- next
CREATE INDEX dispute_case_no ON dispute (case_no)
-- next
CREATE INDEX dispute_waiting ON dispute (rank, id) WHERE state IN ('Queued', 'Appealed')
-- next
CREATE INDEX dispute_state ON dispute (state, rank, id)
-- next
CREATE INDEX dispute_lease ON dispute (lease_until, id) WHERE state = 'Claimed'
-- next
CREATE INDEX dispute_step_due ON dispute (due_at, id) WHERE state IN ('Negotiating', 'Ruled')
-- next
CREATE INDEX dispute_desk_due ON dispute (desk_due_at, id) WHERE state IN ('Queued', 'Appealed', 'Claimed', 'AwaitingApproval')
-- next
CREATE INDEX dispute_holder ON dispute (holder_id) WHERE holder_id IS NOT NULL
-- next
CREATE INDEX dispute_reserved ON dispute (reserved_for) WHERE reserved_for IS NOT NULL
-- next
CREATE INDEX dispute_merchant ON dispute (merchant_id, platform)
-- next
CREATE INDEX dispute_buyer ON dispute (buyer_id, platform)
-- next
CREATE TABLE case_document (
    case_id @ID@ REFERENCES dispute (id),
    json TEXT NOT NULL
)
-- next
CREATE TABLE personal_data (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    party TEXT NOT NULL CHECK (party IN ('buyer', 'merchant', 'creator', 'platform')),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (case_id, party)
)
-- next
CREATE TABLE exhibit (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    exhibit_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    party TEXT NOT NULL CHECK (party IN ('buyer', 'merchant', 'creator', 'platform')),
    kind TEXT NOT NULL CHECK (kind IN ('image', 'video', 'chat', 'document', 'logistics', 'text')),
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    caption TEXT NOT NULL,
    element TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    facts TEXT NOT NULL,
    PRIMARY KEY (case_id, exhibit_id)
)
-- next
CREATE INDEX exhibit_sha256 ON exhibit (sha256)
-- next
CREATE TABLE earlier_record (
    case_id @ID@ REFERENCES dispute (id),
    ruling_json TEXT NOT NULL,
    audit_jsonl TEXT NOT NULL
)
-- next
CREATE TABLE case_link (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'same_sku', 'same_buyer', 'earlier')),
    case_no TEXT NOT NULL,
    PRIMARY KEY (case_id, kind, case_no)
)
-- next
CREATE INDEX case_link_case_no ON case_link (case_no)
-- next
CREATE TABLE tag (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (case_id, tag)
)
-- next
CREATE INDEX tag_tag ON tag (tag)
-- next
CREATE TABLE evidence_request (
    id @ID@,
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    party TEXT NOT NULL CHECK (party IN ('buyer', 'merchant', 'creator', 'platform')),
    element TEXT NOT NULL,
    text TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'timed_out', 'cancelled')),
    closed_at BIGINT
)
-- next
CREATE INDEX evidence_request_case ON evidence_request (case_id, id)
-- next
CREATE INDEX evidence_request_open ON evidence_request (due_at, case_id) WHERE state = 'open'
-- next
CREATE TABLE ruling (
    id @ID@,
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    round INTEGER NOT NULL CHECK (round >= 1),
    made_by BIGINT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1)),
    book_id TEXT NOT NULL,
    book_version TEXT NOT NULL,
    book_date TEXT NOT NULL,
    clause TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('return_and_refund', 'refund_full', 'refund_partial', 'reject_claim', 'resend',
        'exchange', 'repair', 'not_enough_evidence', 'not_accepted')),
    refund_fen BIGINT NOT NULL CHECK (refund_fen >= 0),
    blame_merchant INTEGER NOT NULL CHECK (blame_merchant BETWEEN 0 AND 100),
    blame_creator INTEGER NOT NULL CHECK (blame_creator BETWEEN 0 AND 100),
    blame_platform INTEGER NOT NULL CHECK (blame_platform BETWEEN 0 AND 100),
    blame_buyer INTEGER NOT NULL CHECK (blame_buyer BETWEEN 0 AND 100),
    counts_toward_metrics INTEGER NOT NULL CHECK (counts_toward_metrics IN (0, 1)),
    ruling_json TEXT NOT NULL,
    suggestion_json TEXT NOT NULL,
    UNIQUE (id, made_by),
    CHECK (blame_merchant + blame_creator + blame_platform + blame_buyer IN (0, 100))
)
-- next
CREATE INDEX ruling_case ON ruling (case_id, id)
-- next
CREATE INDEX ruling_made_at ON ruling (made_at)
-- next
CREATE TABLE ruling_approval (
    ruling_id @ID@ REFERENCES ruling (id),
    made_by BIGINT NOT NULL,
    approver_id BIGINT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('approved', 'returned')),
    reason TEXT NOT NULL,
    FOREIGN KEY (ruling_id, made_by) REFERENCES ruling (id, made_by),
    CHECK (approver_id <> made_by)
)
-- next
CREATE TABLE ruling_recall (
    ruling_id @ID@ REFERENCES ruling (id),
    by_id BIGINT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    reason TEXT NOT NULL
)
-- next
CREATE TABLE citation (
    ruling_id BIGINT NOT NULL REFERENCES ruling (id),
    finding INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    element TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('proved', 'not_proved', 'not_enough')),
    kind TEXT NOT NULL CHECK (kind IN ('exhibit', 'message', 'logistics', 'fact')),
    target TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (ruling_id, finding, ordinal)
)
-- next
CREATE INDEX citation_sha256 ON citation (sha256) WHERE sha256 <> ''
-- next
CREATE TABLE execution_task (
    id @ID@,
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    ruling_id BIGINT NOT NULL REFERENCES ruling (id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('buyer_return', 'refund', 'compensation', 'merchant_resend', 'merchant_exchange',
        'merchant_repair', 'freight_settlement', 'notice')),
    actor TEXT NOT NULL CHECK (actor IN ('buyer', 'merchant', 'creator', 'platform')),
    sum_fen BIGINT NOT NULL,
    due_spec TEXT NOT NULL,
    starts_at TEXT NOT NULL CHECK (starts_at IN ('signing', 'return_pick_up')),
    detail TEXT NOT NULL,
    funding TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE CHECK (idempotency_key <> ''),
    not_before BIGINT NOT NULL,
    due_at BIGINT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'done', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    last_error TEXT NOT NULL,
    sent_at BIGINT,
    done_at BIGINT
)
-- next
CREATE INDEX execution_task_case ON execution_task (case_id, id)
-- next
CREATE INDEX execution_task_pending ON execution_task (not_before, id) WHERE state = 'pending'
-- next
CREATE INDEX execution_task_due ON execution_task (due_at, id) WHERE state IN ('pending', 'sent')
-- next
CREATE INDEX execution_task_state ON execution_task (state, not_before, id)
-- next
CREATE TABLE penalty_point (
    id @ID@,
    platform TEXT NOT NULL,
    merchant_id TEXT NOT NULL,
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    ruling_id BIGINT REFERENCES ruling (id),
    code TEXT NOT NULL CHECK (code IN ('liable', 'unfounded_refusal', 'late_shipment', 'no_answer', 'late_execution',
        'false_evidence', 'fraud_shipment', 'counterfeit')),
    points INTEGER NOT NULL,
    at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    reverses BIGINT UNIQUE REFERENCES penalty_point (id)
)
-- next
CREATE INDEX penalty_point_merchant ON penalty_point (platform, merchant_id, at, points)
-- next
CREATE INDEX penalty_point_case ON penalty_point (case_id, id)
-- next
-- Sum and count of penalty_point by merchant, month (yyyymm, platform time) and code; written with the points.
CREATE TABLE merchant_month (
    platform TEXT NOT NULL,
    merchant_id TEXT NOT NULL,
    month INTEGER NOT NULL,
    code TEXT NOT NULL,
    points BIGINT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (platform, merchant_id, month, code)
)
-- next
CREATE TABLE draft (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    author_id BIGINT NOT NULL REFERENCES person (id),
    round INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (case_id, author_id, round)
)
-- next
CREATE TABLE desk_note (
    id @ID@,
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    text TEXT NOT NULL
)
-- next
CREATE INDEX desk_note_case ON desk_note (case_id, id)
-- next
CREATE TABLE skip_log (
    case_id BIGINT NOT NULL REFERENCES dispute (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    reason TEXT NOT NULL
)
-- next
CREATE INDEX skip_log_person ON skip_log (person_id, case_id, at)
-- next
CREATE TABLE conflict_of_interest (
    person_id BIGINT NOT NULL REFERENCES person (id),
    platform TEXT NOT NULL,
    merchant_id TEXT NOT NULL,
    PRIMARY KEY (person_id, platform, merchant_id)
)
-- next
-- The reporting views are the stable read-only interface for other programs: columns are only ever added.
CREATE VIEW report_cases AS
SELECT d.id AS case_id, d.platform, d.case_no, d.state, d.round, d.appeal_round, d.type, d.reason, d.category, d.trade_kind,
       d.claimed_fen, d.disputed_fen, d.escalated_at, d.due_at, d.desk_due_at, d.merchant_id, d.merchant_name,
       p.name AS holder
FROM dispute d LEFT JOIN person p ON p.id = d.holder_id
-- next
CREATE VIEW report_rulings AS
SELECT r.id AS ruling_id, d.id AS case_id, d.platform, d.case_no, d.merchant_id, d.merchant_name, d.category, d.reason,
       r.round, p.name AS made_by, r.made_at,
       CASE WHEN c.ruling_id IS NOT NULL THEN NULL
            WHEN r.needs_approval = 0 THEN r.made_at
            WHEN a.decision = 'approved' THEN a.at END AS effective_at,
       r.outcome, r.refund_fen, r.blame_merchant, r.blame_creator, r.blame_platform, r.blame_buyer,
       r.counts_toward_metrics, r.book_id, r.book_version, r.clause, q.name AS approved_by, c.at AS recalled_at
FROM ruling r
JOIN dispute d ON d.id = r.case_id
JOIN person p ON p.id = r.made_by
LEFT JOIN ruling_approval a ON a.ruling_id = r.id
LEFT JOIN person q ON q.id = a.approver_id AND a.decision = 'approved'
LEFT JOIN ruling_recall c ON c.ruling_id = r.id
-- next
CREATE VIEW report_merchant_points AS
SELECT platform, merchant_id, month, code, points, events FROM merchant_month
-- next
CREATE VIEW report_tasks AS
SELECT t.id AS task_id, d.platform, d.case_no, t.ruling_id, t.kind, t.actor, t.sum_fen, t.state, t.not_before, t.due_at,
       t.sent_at, t.done_at, t.attempts
FROM execution_task t JOIN dispute d ON d.id = t.case_id
