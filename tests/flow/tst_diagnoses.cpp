#include "diagnoses/rows.h"
#include "diagnosis/entry.h"
#include "diagnosis/explain.h"
#include "diagnosis/guide.h"
#include "diagnosis/pastederror.h"
#include "errors/errortable.h"
#include "errors/sourcetexts.h"
#include "errors/tables.h"

#include <QMap>
#include <QSet>
#include <QTest>

// Every known cause of trouble with a user pool that can occur: the sandbox produces the error, or words of the service
// that were seen elsewhere stand here with how sure they are, or nothing but the error's name is known. The explanation
// meant for it is found. What cannot occur is named with its reason.
using namespace poolscope;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;
using diagnosis::Facts;

namespace {

// The causes by their numbers that give no error, or none that this program can receive: with the reason.
const QMap<int, const char *> notYet{
    {12, "wrong case: the error is that of an unknown user; tst_whypage finds the case"},
    {22, "settings that an update wipes: no error, and there is no screen that updates pools"},
    {23, "claims that do not appear: no error; the token viewer explains them"},
    {28, "managed login: there is no screen for it"},
    {30, "email_verified falls back: no error; tst_whypage finds the address that is not verified"},
    {32, "AdminGetUser is billed: no error; tst_whypage sees that it is asked before"},
    {35, "passkeys: there is no screen for them"},
};

// Words of the sandbox's own, by their names in rules/refusals.h: they say what is wrong, and what the service says
// instead is not known, so that no explanation can go by them.
const QSet<QString> inventedWords{
    u"mixedFlowNames"_s,     u"attributeTwice"_s,     u"tooManySecrets"_s,
    u"tooManyClients"_s,     u"unknownSecret"_s,      u"lastSecret"_s,
    u"publicClient"_s,       u"tooManyAttributes"_s,  u"badArn"_s,
    u"tooManyTags"_s,        u"notVerifiable"_s,      u"nothingToVerify"_s,
    u"tooManyGroups"_s,      u"tooManyMemberships"_s, u"deletionProtected"_s,
    u"requestedAttribute"_s, u"badPaginationToken"_s,
};

// What is said where nothing better is known.
bool isCatchAll(const QString &id)
{
    static const QSet<QString> ids{QString(),      u"service"_s,        u"invalid-parameter"_s, u"not-authorized"_s,
                                   u"not-found"_s, u"user-not-found"_s, u"attempts"_s};
    return ids.contains(id);
}

Error refused(const SandboxBench::Failure &failure)
{
    return {.kind = Error::Kind::Service,
            .code = failure.error.code,
            .message = failure.error.message,
            .operation = failure.operation,
            .httpStatus = failure.response.status};
}

// By its name in rules/refusals.h; empty for other words.
QString inventedAs(const Error &error)
{
    static const QMap<QString, QString> texts = refusalTexts();
    for (const QString &name : inventedWords) {
        if (wholeText(texts.value(name)).match(error.code + u": "_s + error.message).hasMatch())
            return name;
    }
    return {};
}

} // namespace

class TestDiagnoses final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void isExplained_data();
    void isExplained();
    void everyRefusal_data();
    void everyRefusal(); // of the sandbox, in the tables of tst_operationerrors
    void everyCauseIsSpokenFor();
    void everyTextOfTheService_data();
    void everyTextOfTheService();
    void ofAnotherProgram();
    void everyEntryIsProduced();
    void everyInventedWordIsGiven();

private:
    std::unique_ptr<TestWorld> m_world;
    QSet<int> m_numbers;
    QSet<QString> m_ids;
    QSet<QString> m_invented;
    int m_refusals = 0;
};

void TestDiagnoses::isExplained_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Facts>("facts");
    clientRows();
    signInRows();
    stepRows();
    codeRows();
    nameRows();
    attributeRows();
    triggerRows();
    administratorRows();
    keysRows();
    constraintRows();
    knownCodeRows();
    namedRows();
}

void TestDiagnoses::isExplained()
{
    QFETCH(int, number);
    QFETCH(QString, id);
    QFETCH(Act, act);
    QFETCH(QString, text);
    QFETCH(Facts, facts);
    m_numbers.insert(number);
    m_ids.insert(id);
    Error error;
    if (act) {
        m_world->bench.lastFailure.reset();
        const QString said = act(*m_world);
        QVERIFY2(m_world->bench.lastFailure, qPrintable(said));
        error = refused(*m_world->bench.lastFailure);
        QCOMPARE(error.code + u": "_s + error.message, said);
    } else {
        const QList<Error> errors = diagnosis::errorsIn(text);
        QCOMPARE(errors.size(), 1);
        error = errors.first();
    }
    const diagnosis::Explanation explanation = diagnosis::explain(error.operation, error, facts);
    QCOMPARE(explanation.id, id);
}

void TestDiagnoses::everyRefusal_data()
{
    m_world = std::make_unique<TestWorld>(); // some rows count on names that nobody has
    everyError_data();
}

void TestDiagnoses::everyRefusal()
{
    QFETCH(const Act, act);
    QFETCH(const QString, expected);
    m_world->bench.lastFailure.reset();
    m_world->bench.triggers.answer = {};
    act(*m_world);
    m_world->bench.triggers.answer = {};
    if (expected.isEmpty())
        return;
    QVERIFY(m_world->bench.lastFailure);
    const Error error = refused(*m_world->bench.lastFailure);
    const QString id = diagnosis::explain(error.operation, error, {}).id;
    ++m_refusals;
    m_ids.insert(id);
    const QString invented = inventedAs(error);
    m_invented.insert(invented);
    QVERIFY2(isCatchAll(id) == !invented.isEmpty(), qPrintable(id + u' ' + invented));
}

void TestDiagnoses::everyCauseIsSpokenFor()
{
    constexpr int causes = 35;
    for (int number = 1; number <= causes; ++number)
        QVERIFY2(m_numbers.contains(number) || notYet.contains(number), qPrintable(QString::number(number)));
}

void TestDiagnoses::everyTextOfTheService_data()
{
    QTest::addColumn<QString>("pattern");
    const QList<ServiceText> texts = serviceTexts();
    QVERIFY(texts.size() > 90);
    for (const ServiceText &text : texts)
        QTest::newRow(qPrintable(text.pattern)) << text.pattern;
}

// Pasted into the error guide, where nobody says which operation it was.
void TestDiagnoses::everyTextOfTheService()
{
    QFETCH(const QString, pattern);
    const Error error{
        .kind = Error::Kind::Service, .code = pattern.section(u": "_s, 0, 0), .message = pattern.section(u": "_s, 1)};
    const QList<diagnosis::GuideEntry> found = diagnosis::explaining(diagnosis::guideEntries(), error);
    QVERIFY(!found.isEmpty());
    QVERIFY2(!isCatchAll(found.first().id), qPrintable(found.first().id));
}

// What the sandbox says in the row of number 17, as another program shows it: pasted into the guide, it leads to what may be
// wrong with the proof, after what holds in any case.
void TestDiagnoses::ofAnotherProgram()
{
    const QString text =
        u"An error occurred (NotAuthorizedException) when calling the RespondToAuthChallenge operation: "
        "Incorrect username or password."_s;
    const QList<Error> errors = diagnosis::errorsIn(text);
    QCOMPARE(errors.size(), 1);
    QStringList ids;
    for (const diagnosis::GuideEntry &entry : diagnosis::explaining(diagnosis::guideEntries(), errors.first())) {
        ids += entry.id;
        QCOMPARE(entry.possible, entry.id == u"incorrect-srp");
    }
    QCOMPARE(ids.mid(0, 2), (QStringList{u"incorrect"_s, u"incorrect-srp"_s}));
    m_ids.insert(u"incorrect-srp"_s);
}

// What the program says of its own accord, of networks and this computer, is told apart by the kind of error.
void TestDiagnoses::everyEntryIsProduced()
{
    if (m_refusals == 0 || m_numbers.isEmpty())
        QSKIP("Only when all rows ran.");
    QStringList left;
    for (const diagnosis::Entry &entry : diagnosis::entries()) {
        const QString id = QString::fromUtf8(entry.id);
        if (QLatin1StringView(entry.source) != QLatin1StringView("program") && !m_ids.contains(id))
            left += id;
    }
    QCOMPARE(left.join(u' '), QString());
}

void TestDiagnoses::everyInventedWordIsGiven()
{
    if (m_refusals == 0)
        QSKIP("Only when all rows ran.");
    QCOMPARE(inventedWords - m_invented, QSet<QString>());
}

QTEST_GUILESS_MAIN(TestDiagnoses)
#include "tst_diagnoses.moc"
