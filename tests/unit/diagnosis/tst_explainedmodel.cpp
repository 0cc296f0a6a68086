#include "diagnosis/explain.h"
#include "model/descriptor.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace poolscope;
using namespace poolscope::diagnosis;
using namespace Qt::StringLiterals;

namespace {

// Named by the model, and nobody knows when the service gives them, so that no explanation could be true.
QSet<QString> unexplained()
{
    return {u"OperationNotEnabledException"_s,
            u"PreconditionNotMetException"_s,
            u"TierChangeNotAllowedException"_s,
            u"UserPoolTaggingException"_s,
            u"InvalidOAuthFlowException"_s,
            u"ScopeDoesNotExistException"_s,
            u"InitiateAuth=UnsupportedOperationException"_s};
}

// The operations that the program itself calls: what its sources make requests of.
QSet<QString> operationsInUse()
{
    static const QRegularExpression request(u"\\bidp::(\\w+)Request\\b"_s);
    const QString root = QStringLiteral(POOLSCOPE_SOURCES);
    QStringList files{root + u"/src/sandbox/presets.h"_s};
    for (const QString &folder : {u"/src/auth"_s, u"/src/users"_s, u"/ui"_s, u"/app"_s}) {
        QDirIterator walk(root + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files += walk.next();
    }
    QSet<QString> names;
    for (const QString &path : std::as_const(files)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto found = request.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            names += found.next().captured(1);
    }
    return names;
}

bool isExplained(const QString &operation, const QString &code)
{
    const Error error{.kind = Error::Kind::Service, .code = code, .message = u"Something new."_s, .httpStatus = 400};
    return explain(operation, error, {}).id != u"service";
}

} // namespace

// Every error that the model names for what the program calls has an explanation that needs no fact and no known message.
class TestExplainedModel final : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorOfTheModel_data();
    void everyErrorOfTheModel();
    void whatIsUnexplainedIsStillNamed();
};

void TestExplainedModel::everyErrorOfTheModel_data()
{
    QTest::addColumn<QString>("operation");
    const QSet<QString> names = operationsInUse();
    QVERIFY2(names.contains(u"SignUp"_s) && names.contains(u"CreateUserPool"_s) && names.size() > 15,
             "The sources were not found.");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestExplainedModel::everyErrorOfTheModel()
{
    QFETCH(QString, operation);
    const model::OperationDescriptor *known = model::findOperation(model::cognitoIdp(), operation);
    QVERIFY(known);
    QStringList missing;
    for (const QLatin1StringView error : known->errors) {
        const QString code(error);
        const bool named = unexplained().contains(code) || unexplained().contains(operation + u'=' + code);
        if (isExplained(operation, code) == named)
            missing += named ? code + u" is explained by now"_s : code;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

// What no operation in use can give any more need not be named.
void TestExplainedModel::whatIsUnexplainedIsStillNamed()
{
    QSet<QString> left = unexplained();
    const QSet<QString> names = operationsInUse();
    for (const QString &name : names) {
        const model::OperationDescriptor *known = model::findOperation(model::cognitoIdp(), name);
        if (!known)
            continue;
        for (const QLatin1StringView error : known->errors) {
            left.remove(QString(error));
            left.remove(name + u'=' + QString(error));
        }
    }
    QCOMPARE(left, QSet<QString>());
}

QTEST_GUILESS_MAIN(TestExplainedModel)
#include "tst_explainedmodel.moc"
