#include "tokens/jwkscache.h"

#include "core/loopback.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace poolscope::tokens {

namespace {

struct JwksCacheText final
{
    Q_DECLARE_TR_FUNCTIONS(JwksCache)
};

bool mayFetch(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url)));
}

tl::unexpected<Error> failed(Error::Kind kind, const char *code, QString message, int httpStatus = 0)
{
    return failure({.kind = kind,
                    .code = QString::fromLatin1(code),
                    .message = std::move(message),
                    .httpStatus = httpStatus,
                    .retryable = kind != Error::Kind::Validation});
}

Result<Jwks> readReply(QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400)
        return failed(Error::Kind::Protocol, "JwksRedirect",
                      JwksCacheText::tr("The key set's address points elsewhere, which is not followed."), status);
    if (status >= 400)
        return failed(Error::Kind::Protocol, "JwksStatus",
                      JwksCacheText::tr("The key set could not be fetched: HTTP status %1.").arg(status), status);
    if (reply.error() != QNetworkReply::NoError)
        return failed(Error::Kind::Transport, "JwksTransport",
                      JwksCacheText::tr("The key set could not be fetched: %1").arg(reply.errorString()), status);
    auto keys = Jwks::parse(body);
    if (!keys)
        return failed(Error::Kind::Protocol, "JwksInvalid", keys.error(), status);
    return std::move(*keys);
}

} // namespace

struct JwksCache::Waiter
{
    QPointer<QObject> context;
    Handler handler;
};

struct JwksCache::Entry
{
    std::optional<Jwks> keys;         // of the last fetch that succeeded
    std::optional<Error> lastError;   // of the last fetch, if it failed
    std::optional<qint64> finishedAt; // by the clock, milliseconds
    QPointer<QNetworkReply> reply;    // while one is under way
    JwksFetch fetch;                  // the same
    QList<Waiter> waiters;

    // Nobody hears of the reply any more.
    void drop(const QObject *listener)
    {
        if (!reply)
            return;
        fetch.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        reply->disconnect(listener);
        reply->abort();
        reply->deleteLater();
        reply.clear();
    }

    Result<Jwks> outcome() const { return lastError ? Result<Jwks>(failure(*lastError)) : Result<Jwks>(*keys); }

    bool isResting(qint64 now, std::chrono::milliseconds penalty) const
    {
        // A clock that was set back must not make the rest endless.
        return finishedAt && now >= *finishedAt && now - *finishedAt < penalty.count();
    }
};

JwksCache::JwksCache(QNetworkAccessManager *manager, const Clock &clock, QObject *parent)
    : JwksCache(manager, clock, Limits{}, parent)
{
}

JwksCache::JwksCache(QNetworkAccessManager *manager, const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
    , m_limits(limits)
{
}

JwksCache::~JwksCache()
{
    abandon();
}

void JwksCache::keys(const QUrl &url, const QString &kid, QObject *context, Handler handler)
{
    const auto later = [context, &handler](Result<Jwks> result) {
        QMetaObject::invokeMethod(
            context, [handler = std::move(handler), result = std::move(result)] { handler(result); },
            Qt::QueuedConnection);
    };
    if (!mayFetch(url)) {
        later(failed(Error::Kind::Validation, "JwksAddress",
                     JwksCacheText::tr("Keys are fetched by HTTPS only, and by HTTP only from this computer.")));
        return;
    }
    std::shared_ptr<Entry> &entry = m_entries[url];
    if (!entry)
        entry = std::make_shared<Entry>();
    if (entry->keys && (kid.isEmpty() || entry->keys->find(kid))) {
        later(*entry->keys);
        return;
    }
    if (!entry->reply && entry->isResting(m_clock.nowMs(), m_limits.penalty)) {
        later(entry->outcome());
        return;
    }
    entry->waiters += Waiter{context, std::move(handler)};
    if (!entry->reply)
        fetch(url, *entry);
}

void JwksCache::fetch(const QUrl &url, Entry &entry)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    QNetworkReply *const reply = m_manager->get(request);
    reply->setReadBufferSize(m_limits.bytes);
    entry.reply = reply;
    entry.fetch = {.id = ++m_lastFetch, .url = url};

    // Qt's transfer timeout only notices silence; a server may drip for ever.
    QTimer *const deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, url] {
        finish(url,
               failed(Error::Kind::Timeout, "JwksTimeout", JwksCacheText::tr("The key set did not come in time.")));
    });
    deadline->start(m_limits.deadline);
    connect(reply, &QNetworkReply::readyRead, this, [this, url, reply] {
        Entry &waiting = *m_entries.value(url);
        waiting.fetch.body += reply->readAll();
        if (waiting.fetch.body.size() > m_limits.bytes)
            finish(url, failed(Error::Kind::Protocol, "JwksTooLarge",
                               JwksCacheText::tr("The key set is larger than 1 MB.")));
    });
    connect(reply, &QNetworkReply::finished, this, [this, url, reply] {
        Entry &waiting = *m_entries.value(url);
        waiting.fetch.body += reply->readAll();
        finish(url, readReply(*reply, waiting.fetch.body));
    });
    emit fetchStarted(entry.fetch);
}

void JwksCache::finish(const QUrl &url, Result<Jwks> result)
{
    const std::shared_ptr<Entry> entry = m_entries.value(url);
    entry->drop(this);
    JwksFetch fetch = std::exchange(entry->fetch, {});
    entry->finishedAt = m_clock.nowMs();
    if (result) {
        entry->keys = *result;
        entry->lastError.reset();
    } else {
        entry->lastError = result.error();
        fetch.error = result.error();
    }
    emit fetchEnded(fetch);
    // A handler may delete this cache or ask it again.
    const QList<Waiter> waiters = std::exchange(entry->waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.handler(result);
    }
}

const Jwks *JwksCache::cached(const QUrl &url) const
{
    const auto entry = m_entries.value(url);
    return entry && entry->keys ? &*entry->keys : nullptr;
}

void JwksCache::clear()
{
    for (const Waiter &waiter : abandon()) {
        if (waiter.context)
            waiter.handler(failure(Error::cancelled()));
    }
}

QList<JwksCache::Waiter> JwksCache::abandon()
{
    QList<Waiter> waiters;
    for (const auto &entry : std::exchange(m_entries, {})) {
        waiters += entry->waiters;
        if (!entry->reply)
            continue;
        entry->drop(this);
        entry->fetch.error = Error::cancelled();
        emit fetchEnded(entry->fetch);
    }
    return waiters;
}

} // namespace poolscope::tokens
