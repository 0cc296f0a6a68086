// Eight clients at a pool with many users, and kill -9 in between: nothing that was acknowledged is lost, and no answer
// is wrong.
// Usage: load_sandbox POOLSCOPE [USERS [SECONDS [KILLS]]]
#include "crowd.h"
#include "server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <semaphore>
#include <thread>

using namespace poolscope::load;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t clients = 8;
constexpr qsizetype companions = 20; // of one client at a time

// What one client does and knows; used by one thread at a time.
struct Worker
{
    std::size_t number = 0;
    Dice dice;
    std::vector<Person> people;
    std::vector<Person> gone;
    qint64 answers = 0;
    qint64 slowestMs = 0;
    int made = 0;
    QStringList wrong;
};

struct Run
{
    QTemporaryDir folder;
    Crowd crowd;
    std::vector<Worker> workers{clients};
    std::atomic_bool killing = false;
};

void note(Worker &worker, const QString &wrong)
{
    if (!wrong.isEmpty())
        worker.wrong += wrong;
}

QString oneStep(Run &run, Worker &worker, Client &client)
{
    if (worker.dice() % 10 < 3)
        return run.crowd.ask(client, worker.dice);
    if (worker.people.size() < companions) {
        worker.people.emplace_back(u"load%1.%2@example.com"_s.arg(worker.number).arg(worker.made++));
        return worker.people.back().step(run.crowd.pool(), client, worker.dice);
    }
    Person &person = worker.people[worker.dice() % worker.people.size()];
    if (!person.isGone())
        return person.step(run.crowd.pool(), client, worker.dice);
    const QString wrong = person.step(run.crowd.pool(), client, worker.dice);
    worker.gone.push_back(std::move(person));
    person = std::move(worker.people.back());
    worker.people.pop_back();
    return wrong;
}

// Until the sandbox is killed.
void work(Run &run, Worker &worker, quint16 port)
{
    Client client(port);
    QElapsedTimer elapsed;
    while (!run.killing && worker.wrong.size() < 5) {
        elapsed.start();
        note(worker, oneStep(run, worker, client));
        if (client.wasCut()) {
            if (!run.killing)
                note(worker, u"a connection was cut before the sandbox was killed"_s);
            return;
        }
        ++worker.answers;
        worker.slowestMs = std::max(worker.slowestMs, elapsed.elapsed());
    }
}

void check(Run &run, Worker &worker, quint16 port, bool everybody)
{
    Client client(port);
    for (std::vector<Person> *people : {&worker.people, &worker.gone}) {
        for (Person &person : *people) {
            if (everybody || person.needsCheck())
                note(worker, person.check(run.crowd.pool(), client));
        }
    }
}

template<class Function>
void forEachWorker(Run &run, Function &&function)
{
    std::vector<std::thread> threads;
    threads.reserve(run.workers.size());
    for (Worker &worker : run.workers)
        threads.emplace_back([&] { function(worker); });
    for (std::thread &thread : threads)
        thread.join();
}

void liveUntilKilled(Run &run, Server &server, int milliseconds)
{
    run.killing = false;
    std::binary_semaphore allStopped{0}; // of themselves: something was wrong
    std::thread reaper([&] {
        (void)allStopped.try_acquire_for(std::chrono::milliseconds(milliseconds));
        run.killing = true;
        server.signalKill();
    });
    forEachWorker(run, [&](Worker &worker) { work(run, worker, server.port()); });
    allStopped.release();
    reaper.join();
    server.kill();
}

bool seed(const QString &program, const QString &data, int users)
{
    QElapsedTimer elapsed;
    elapsed.start();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, {u"sandbox"_s, u"seed"_s, u"--users"_s, QString::number(users), u"--data"_s, data,
                            u"--sign-in"_s, u"0"_s});
    const bool done = process.waitForFinished(600'000) && process.exitCode() == 0;
    std::printf("%d users made in %.1f s\n", users, double(elapsed.elapsed()) / 1000);
    return done;
}

// False where something was lost or wrong, or nothing could be measured.
bool report(const Run &run, double seconds, int kills)
{
    qint64 answers = 0;
    qint64 slowest = 0;
    int made = 0;
    QStringList wrong;
    for (const Worker &worker : run.workers) {
        answers += worker.answers;
        slowest = std::max(slowest, worker.slowestMs);
        made += worker.made;
        wrong += worker.wrong;
    }
    std::printf(
        "%lld answers to %zu clients in %.1f s, %d users signed up, %d kills; the slowest answer took %lld ms\n",
        static_cast<long long>(answers), clients, seconds, made, kills, static_cast<long long>(slowest));
    for (const QString &line : std::as_const(wrong))
        std::printf("WRONG: %s\n", qPrintable(line));
    return wrong.isEmpty() && answers > 0 && made > 0;
}

int argument(const QStringList &arguments, qsizetype index, int otherwise)
{
    return arguments.size() > index ? arguments.at(index).toInt() : otherwise;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString program = arguments.value(1);
    const int users = argument(arguments, 2, 100'000);
    const int seconds = argument(arguments, 3, 60);
    const int kills = argument(arguments, 4, 6);
    Run run;
    const QString data = run.folder.filePath(u"data"_s);
    if (!seed(program, data, users))
        return EXIT_FAILURE;
    for (std::size_t i = 0; i < clients; ++i) {
        run.workers[i].number = i;
        run.workers[i].dice.seed(static_cast<Dice::result_type>(i + 1));
    }
    Dice dice(0);
    int lived = 0;
    for (int round = 0; round <= kills; ++round) {
        Server server = Server::sandbox(program, {u"--data"_s, data});
        if (!server.start()) {
            std::printf("the sandbox did not start: %s\n", server.output().constData());
            return EXIT_FAILURE;
        }
        Client client(server.port());
        if (round == 0 && !run.crowd.load(client)) {
            std::puts("the sandbox does not tell of its users");
            return EXIT_FAILURE;
        }
        forEachWorker(run, [&](Worker &worker) { check(run, worker, server.port(), round == kills); });
        if (round == kills)
            break;
        // A third more or less, so that the kill comes at any moment; the last time what is left.
        const int share = seconds * 1000 / kills;
        const int milliseconds =
            round + 1 == kills ? seconds * 1000 - lived : share * 2 / 3 + int(dice() % unsigned(share * 2 / 3));
        liveUntilKilled(run, server, std::max(milliseconds, 100));
        lived += milliseconds;
    }
    return report(run, seconds, kills) ? EXIT_SUCCESS : EXIT_FAILURE;
}
