#pragma once

#include "transport/useraction.h"
#include "json/value.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

namespace poolscope::transport {

// One attempt of one call. Holds nothing secret: request and response are redacted before they get here.
struct ActivityEntry
{
    enum class State { Pending, Succeeded, Failed, Cancelled };

    qint64 id = 0;        // given by the log, increasing
    QDateTime startedAt;  // UTC
    UserAction action;    // CallOptions::action, may be none
    QString service;      // "cognito-idp"
    QString operation;    // "SignUp"
    QString endpointHost; // host, with the port where it is not the scheme's
    QUrl url;             // of the request; holds nothing secret
    QString region;       // what a signature is made for; empty where it is not known
    int attempt = 1;      // counts from 1 within a call
    State state = State::Pending;
    bool pending() const { return state == State::Pending; }
    int httpStatus = 0;     // 0: no status line came
    QString errorCode;      // Error::code, empty on success
    QString errorMessage;   // Error::message
    QString fault;          // what a sandbox says it did on demand: "delay 500 ms"; mostly empty
    qint64 durationMs = -1; // -1 while pending
    QString requestId;
    json::Value request;        // redacted
    json::Value response;       // redacted; null where no JSON came
    qsizetype bodyBytes = 0;    // of both bodies on the wire
    bool bodiesDropped = false; // let go to keep the log small
};

// What was sent and what came back, oldest first; the last 2,000 attempts. Lives on the thread of the channels that write it.
class ActivityLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype capacity = 2'000;
    static constexpr qsizetype bodyCapacity = 32 * 1024 * 1024; // beyond it the oldest entries lose their bodies

    explicit ActivityLog(QObject *parent = nullptr);

    const QList<ActivityEntry> &entries() const { return m_entries; }
    qsizetype indexOf(qint64 id) const;         // -1 where it is gone
    const ActivityEntry *find(qint64 id) const; // valid until the log changes

    qint64 add(ActivityEntry entry);
    // Replaces the entry of that id; does nothing where it is gone.
    void update(const ActivityEntry &entry);
    void clear();

signals:
    void entryAdded(qint64 id); // the oldest may have gone for it
    void entryChanged(qint64 id);
    void cleared();

private:
    void dropOldBodies();

    QList<ActivityEntry> m_entries;
    qint64 m_lastId = 0;
    qsizetype m_bodyBytes = 0;
};

} // namespace poolscope::transport
