// The sandbox beside cognito-local of npm, in one run and with the same load; and beside itself, with a thousand and with
// a million users. What else happens on the machine meets both sides alike, except the time that seeding takes.
// Usage: bench_sandbox POOLSCOPE [USERS]; POOLSCOPE_NPM names the node_modules folder.
#include "bars.h"
#include "batch.h"

#include "tests/load/server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace poolscope;
using namespace poolscope::bench;
using namespace Qt::StringLiterals;
using load::Server;

namespace {

constexpr int rounds = 5;
constexpr int startRounds = 7;
constexpr int usersARound = 100;
constexpr double seedSeconds = 60;

// One of the two sides: a server with a pool, and what was measured.
struct Side
{
    Server server;
    load::Pool pool;
    std::vector<double> signUp;
    std::vector<double> signIn;
    std::vector<double> getUser;
    std::vector<double> search;
};

bool startSide(Side &side)
{
    if (side.server.start())
        return true;
    std::printf("a server did not start: %s\n", side.server.output().constData());
    return false;
}

bool makePool(Side &side)
{
    load::Client client(side.server.port());
    const auto email = json::Value(QList<json::Value>{u"email"_s});
    const load::Answer pool = client.call("CreateUserPool", load::object({{u"PoolName"_s, u"bench"_s},
                                                                          {u"UsernameAttributes"_s, email},
                                                                          {u"AutoVerifiedAttributes"_s, email}}));
    side.pool.poolId = pool.json.value(u"UserPool").value(u"Id").toString();
    const auto flows = json::Value(QList<json::Value>{u"ALLOW_USER_PASSWORD_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s});
    const load::Answer made = client.call("CreateUserPoolClient", load::object({{u"UserPoolId"_s, side.pool.poolId},
                                                                                {u"ClientName"_s, u"bench"_s},
                                                                                {u"ExplicitAuthFlows"_s, flows}}));
    side.pool.clientId = made.json.value(u"UserPoolClient").value(u"ClientId").toString();
    return !side.pool.clientId.isEmpty();
}

bool keep(std::vector<double> &rates, std::optional<double> rate)
{
    if (rate)
        rates.push_back(*rate);
    return rate.has_value();
}

// New users sign up and in, and look at themselves. False: an answer was not a success.
bool runRound(Side &side, int round)
{
    const quint16 port = side.server.port();
    const int first = round * usersARound;
    QList<QByteArray> signedIn;
    if (!keep(side.signUp, perSecond(port, signUps(side.pool, first, usersARound))) ||
        !perSecond(port, confirmations(side.pool, first, usersARound))) {
        return false;
    }
    return keep(side.signIn, perSecond(port, signIns(side.pool, first, usersARound), &signedIn)) &&
           keep(side.getUser, perSecond(port, looks(signedIn, 50)));
}

// Both sides in turn, after a round that warms them up and does not count.
bool runRounds(Side &ours, Side &theirs, bool (*one)(Side &, int))
{
    for (int round = 0; round <= rounds; ++round) {
        if (!one(ours, round) || !one(theirs, round))
            return false;
        if (round > 0)
            continue;
        for (Side *side : {&ours, &theirs})
            side->signUp = side->signIn = side->getUser = side->search = {};
    }
    return true;
}

// Milliseconds from the start of the program to its first answer; none where there is none.
std::optional<double> firstAnswer(Server server)
{
    QElapsedTimer elapsed;
    elapsed.start();
    if (!server.start())
        return {};
    load::Client client(server.port());
    if (client.send("ListUserPools", "{\"MaxResults\":1}").status != 200)
        return {};
    return double(elapsed.nsecsElapsed()) / 1e6;
}

struct Programs
{
    QString poolscope;
    QString npm;
    Server cognitoLocal(const QTemporaryDir &folder) const
    {
        return Server::cognitoLocal(u"node"_s, npm, folder.path());
    }
};

bool compareStarts(const Programs &programs)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < startRounds; ++round) {
        const QTemporaryDir data;
        const QTemporaryDir folder;
        if (!keep(ours, firstAnswer(Server::sandbox(programs.poolscope, {u"--data"_s, data.filePath(u"new"_s)}))) ||
            !keep(theirs, firstAnswer(programs.cognitoLocal(folder)))) {
            break;
        }
    }
    return atMost("start to first answer", "ms", ours, theirs, 0.1);
}

bool compareWithCognitoLocal(const Programs &programs)
{
    std::puts("the sandbox to cognito-local, 8 clients:");
    bool within = compareStarts(programs);
    const QTemporaryDir data;
    const QTemporaryDir folder;
    Side ours{.server = Server::sandbox(programs.poolscope, {u"--data"_s, data.path()})};
    Side theirs{.server = programs.cognitoLocal(folder)};
    if (!startSide(ours) || !startSide(theirs) || !makePool(ours) || !makePool(theirs) ||
        !runRounds(ours, theirs, runRound)) {
        return false;
    }
    within &= atLeast("sign-up", "a second", ours.signUp, theirs.signUp, 5);
    within &= atLeast("sign-in with a password", "a second", ours.signIn, theirs.signIn, 8);
    within &= atLeast("GetUser", "a second", ours.getUser, theirs.getUser, 10);
    within &= atMost("memory", "MB", {ours.server.peakMegabytes()}, {theirs.server.peakMegabytes()}, 0.5);
    return within;
}

std::optional<double> seed(const QString &program, const QString &data, int users)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QProcess process;
    process.start(program, {u"sandbox"_s, u"seed"_s, u"--users"_s, QString::number(users), u"--data"_s, data,
                            u"--sign-in"_s, u"0"_s});
    if (!process.waitForFinished(1'800'000) || process.exitCode() != 0)
        return {};
    return double(elapsed.elapsed()) / 1000;
}

bool runGrowthRound(Side &side, int round)
{
    return runRound(side, round) &&
           keep(side.search, perSecond(side.server.port(), searches(side.pool, round * usersARound, usersARound)));
}

bool findPool(Side &side)
{
    load::Client client(side.server.port());
    load::Crowd crowd;
    const bool found = crowd.load(client);
    side.pool = crowd.pool();
    return found;
}

bool compareSizes(const Programs &programs, int users)
{
    const QTemporaryDir few;
    const QTemporaryDir many;
    if (!seed(programs.poolscope, few.path(), 1'000))
        return false;
    const auto seconds = seed(programs.poolscope, many.path(), users);
    if (!seconds)
        return false;
    double load[1] = {0};
    getloadavg(load, 1);
    const double bar = seedSeconds * users / 1'000'000;
    bool within = *seconds <= bar;
    std::printf("%d users seeded in %.1f s (load average %.1f)   at most %.0f: %s\n", users, *seconds, load[0], bar,
                within ? "yes" : "NO");
    std::printf("%d users to 1000, 8 clients:\n", users);
    Side large{.server = Server::sandbox(programs.poolscope, {u"--data"_s, many.path()})};
    Side small{.server = Server::sandbox(programs.poolscope, {u"--data"_s, few.path()})};
    if (!startSide(large) || !startSide(small) || !findPool(large) || !findPool(small) ||
        !runRounds(large, small, runGrowthRound)) {
        return false;
    }
    constexpr double slowest = 1 / 1.5;
    within &= atLeast("sign-up", "a second", large.signUp, small.signUp, slowest);
    within &= atLeast("sign-in with a password", "a second", large.signIn, small.signIn, slowest);
    within &= atLeast("GetUser", "a second", large.getUser, small.getUser, slowest);
    within &= atLeast("ListUsers with a filter", "a second", large.search, small.search, slowest);
    return within;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const Programs programs{arguments.value(1), qEnvironmentVariable("POOLSCOPE_NPM")};
    if (!QFile::exists(programs.npm + u"/cognito-local"_s)) {
        std::puts("cognito-local is not there: is POOLSCOPE_NPM its node_modules folder?");
        return EXIT_FAILURE;
    }
    const bool beside = compareWithCognitoLocal(programs);
    const bool grows = compareSizes(programs, arguments.size() > 2 ? arguments.at(2).toInt() : 1'000'000);
    return beside && grows ? EXIT_SUCCESS : EXIT_FAILURE;
}
