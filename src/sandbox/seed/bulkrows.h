#pragma once

#include "sandbox/seed/person.h"

#include <QByteArray>

namespace poolscope::sandbox {

class Store;

// Users as rows for the database, so that making them and writing them can go on side by side. The rows are JSON, which
// SQLite takes apart: binding every value by itself takes twice as long.
class BulkRows final
{
public:
    void add(const NewUser &one); // any thread
    qint64 memberships() const { return m_memberships; }
    // Within the caller's unit; row ids are those of the users. Throws StorageFailure.
    void writeTo(Store &store) const;

private:
    void addSearch(const NewUser &one);

    QByteArray m_users; // arrays, each with a comma behind it
    QByteArray m_lookups;
    QByteArray m_members;
    qint64 m_memberships = 0;
};

// While many rows are written: a rollback journal (new pages are written once, not twice as in the WAL) and a larger
// cache. The WAL is taken up again by whoever opens the database next: a connection that goes back to it by itself cannot
// be checkpointed. Outside of transactions only.
class BulkMode final
{
public:
    explicit BulkMode(Store &store);
    ~BulkMode();
    BulkMode(const BulkMode &) = delete;
    BulkMode &operator=(const BulkMode &) = delete;

private:
    Store &m_store;
};

// The indexes of the tables that are filled, dropped and made again: sorting once is quicker than finding each row's
// place. Within the caller's unit. Throws StorageFailure, with code "Constraint" where a name stands twice.
class BulkIndexes final
{
public:
    explicit BulkIndexes(Store &store);
    int count() const { return int(m_statements.size()); }
    void drop();
    void make(int index); // 0 .. count() - 1

private:
    Store &m_store;
    QStringList m_names;
    QStringList m_statements;
};

} // namespace poolscope::sandbox
