#pragma once

#include "activity/activitylines.h"
#include "activity/activitymatches.h"
#include "transport/activitylog.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace poolscope::activity {

// The log as a table, oldest row first: all of it, or what a filter lets pass; flat, or under a heading for each action of
// the user. What happens in one turn of the event loop is taken over at its end, all at once, because a view takes long over
// each row that comes or goes. Lives on the log's thread; the log must outlive it.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, OperationColumn, ResultColumn, DurationColumn, RequestIdColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, // int(ActivityEntry::State); of a heading, of its last request unless one waits
        HeadingRole,                  // bool
        GroupedRole                   // bool: below a heading
    };

    explicit ActivityModel(const transport::ActivityLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // The row's entry, valid until the model changes; null for a heading and for an index that is not of this model.
    const transport::ActivityEntry *entry(const QModelIndex &index) const;
    QModelIndex indexOf(qint64 id) const; // of the entry of that id; invalid where it is gone or not shown

    bool isGrouped() const { return m_grouped; }
    void setGrouped(bool grouped);
    const ActivityFilter &filter() const { return m_matches.filter(); }
    void setFilter(const ActivityFilter &filter); // takes effect soon, see ActivityMatches
    bool isFiltering() const { return m_matches.isBusy(); }

    qsizetype entryCount() const { return m_entries.size(); } // shown or not
    qsizetype shownCount() const;                             // of those, without headings
    QList<transport::ActivityEntry> shownEntries() const;     // oldest first

signals:
    void countsChanged(); // of entries, shown or not; after the rows have changed

private:
    void noteChange(qint64 id);
    void takeOver();
    void takeChanges();
    qsizetype takeNew();
    qsizetype oldEntries() const;
    void drop(qsizetype count);
    void showChanges(qint64 first, qint64 last);
    void arrange(qsizetype from);
    QList<ActivityLine> arranged(qsizetype from);
    void group(qsizetype from);
    qint64 groupOf(const transport::ActivityEntry &entry) const;
    qsizetype rowOf(const ActivityLine &line) const;
    const transport::ActivityEntry *find(qint64 id) const;
    QList<const transport::ActivityEntry *> below(qsizetype heading) const;
    QVariant entryData(const transport::ActivityEntry &entry, int column, int role) const;
    QVariant headingData(qsizetype row, int column, int role) const;

    struct IdRange
    {
        qint64 first = 0;
        qint64 last = 0;
    };

    const transport::ActivityLog &m_log;
    ActivityMatches m_matches;
    QList<transport::ActivityEntry> m_entries;
    QHash<transport::UserAction, qint64> m_groups; // while grouped
    QList<ActivityLine> m_lines;
    bool m_grouped = false;
    std::optional<IdRange> m_changed; // since the last turn; others between may be the same as they were
    QTimer m_turn;
};

} // namespace poolscope::activity
