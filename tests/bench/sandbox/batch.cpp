#include "batch.h"

#include "json/reader.h"
#include "json/writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

#include <poll.h>

namespace poolscope::bench {

using namespace Qt::StringLiterals;
using load::object;

namespace {

constexpr std::size_t clients = 8;
constexpr int patienceMs = 60'000;
const QString password = u"Passw0rd!"_s;

QString nameOf(int number)
{
    return u"bench%1@example.com"_s.arg(number);
}

template<class Request>
Batch batchOf(const QByteArray &operation, int first, int count, Request &&request)
{
    Batch batch{operation, {}};
    for (int number = first; number < first + count; ++number)
        batch.bodies += json::write(request(nameOf(number)));
    return batch;
}

// Hands the requests to the clients, each of which waits for its answer; one thread for all, because what it does costs
// the servers' processors time. False: an answer was not a success.
class Crowd
{
public:
    Crowd(quint16 port, const Batch &batch);
    bool run();
    QList<QByteArray> takeAnswers() { return std::move(m_answers); }

private:
    struct Place
    {
        std::unique_ptr<load::Client> client;
        qsizetype request = -1; // the one it waits for
    };
    bool beginNext(Place &place);
    bool receive(Place &place);

    QByteArray m_operation;
    QList<QByteArray> m_requests;
    QList<QByteArray> m_answers;
    std::vector<Place> m_places;
    qsizetype m_next = 0;
    qsizetype m_answered = 0;
};

Crowd::Crowd(quint16 port, const Batch &batch)
    : m_operation(batch.operation)
    , m_answers(batch.bodies.size())
    , m_places(clients)
{
    for (const QByteArray &body : batch.bodies)
        m_requests += load::Client::request(batch.operation, body, port);
    for (Place &place : m_places) {
        place.client = std::make_unique<load::Client>(port);
        place.client->open();
    }
}

bool Crowd::beginNext(Place &place)
{
    place.request = m_next < m_requests.size() ? m_next++ : -1;
    return place.request < 0 || place.client->begin(m_requests.at(place.request));
}

bool Crowd::receive(Place &place)
{
    const auto answer = place.client->receive();
    if (!answer)
        return true;
    if (answer->status != 200) {
        std::printf("%s: %d %s\n", m_operation.constData(), answer->status, answer->body.constData());
        return false;
    }
    m_answers[place.request] = answer->body;
    ++m_answered;
    return beginNext(place);
}

bool Crowd::run()
{
    bool good = std::all_of(m_places.begin(), m_places.end(), [this](Place &place) { return beginNext(place); });
    std::vector<pollfd> watched(m_places.size());
    while (good && m_answered < m_requests.size()) {
        for (std::size_t i = 0; i < watched.size(); ++i)
            watched[i] = {.fd = m_places[i].request < 0 ? -1 : m_places[i].client->socket(), .events = POLLIN};
        if (::poll(watched.data(), watched.size(), patienceMs) <= 0)
            return false;
        for (std::size_t i = 0; good && i < watched.size(); ++i)
            good = watched[i].revents == 0 || receive(m_places[i]);
    }
    return good;
}

} // namespace

std::optional<double> perSecond(quint16 port, const Batch &batch, QList<QByteArray> *answers)
{
    Crowd crowd(port, batch);
    const auto start = std::chrono::steady_clock::now();
    if (!crowd.run())
        return {};
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (answers)
        *answers = crowd.takeAnswers();
    return double(batch.bodies.size()) / taken.count();
}

Batch signUps(const load::Pool &pool, int first, int count)
{
    return batchOf("SignUp", first, count, [&](const QString &name) {
        return object({{u"ClientId"_s, pool.clientId},
                       {u"Username"_s, name},
                       {u"Password"_s, password},
                       {u"UserAttributes"_s, json::Value(QList<json::Value>{load::attribute(u"email"_s, name)})}});
    });
}

Batch confirmations(const load::Pool &pool, int first, int count)
{
    return batchOf("AdminConfirmSignUp", first, count, [&](const QString &name) {
        return object({{u"UserPoolId"_s, pool.poolId}, {u"Username"_s, name}});
    });
}

Batch signIns(const load::Pool &pool, int first, int count)
{
    return batchOf("InitiateAuth", first, count, [&](const QString &name) {
        return object({{u"ClientId"_s, pool.clientId},
                       {u"AuthFlow"_s, u"USER_PASSWORD_AUTH"_s},
                       {u"AuthParameters"_s, object({{u"USERNAME"_s, name}, {u"PASSWORD"_s, password}})}});
    });
}

Batch looks(const QList<QByteArray> &signedIn, int times)
{
    Batch batch{"GetUser", {}};
    for (const QByteArray &answer : signedIn) {
        const auto document = json::read(answer);
        if (!document)
            continue;
        const QByteArray body = json::write(
            object({{u"AccessToken"_s, document->root.value(u"AuthenticationResult").value(u"AccessToken")}}));
        for (int i = 0; i < times; ++i)
            batch.bodies += body;
    }
    return batch;
}

Batch searches(const load::Pool &pool, int first, int count)
{
    return batchOf("ListUsers", first, count, [&](const QString &name) {
        return object({{u"UserPoolId"_s, pool.poolId}, {u"Filter"_s, u"email = \"%1\""_s.arg(name)}});
    });
}

} // namespace poolscope::bench
