#include "cognito/idpclient.h"
#include "support/scriptedserver.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "users/userlistmodel.h"
#include "json/reader.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace poolscope::users;

namespace {

struct Bench
{
    ScriptedServer server;
    transport::FixedCredentials credentials{
        {.accessKeyId = QStringLiteral("AKIDEXAMPLE"), .secretAccessKey = QStringLiteral("example")}};
    transport::AwsJsonChannel channel{{.endpoint = server.url(),
                                       .region = QStringLiteral("us-east-1"),
                                       .credentials = &credentials,
                                       .retries = {.attempts = 3, .jitter = [] { return 0.0; }}}};
    cognito::IdpClient client{&channel};
    UserListModel model{client, QStringLiteral("us-east-1_Test12345")};
    QSignalSpy loaded{&model, &UserListModel::loaded};
    QSignalSpy failed{&model, &UserListModel::failed};

    void answer(const QStringList &names, const QString &token)
    {
        QStringList users;
        for (const QString &name : names)
            users << QStringLiteral("{\"Username\":\"%1\"}").arg(name);
        QString page = QStringLiteral("{\"Users\":[%1]").arg(users.join(u','));
        if (!token.isEmpty())
            page += QStringLiteral(",\"PaginationToken\":\"%1\"").arg(token);
        server.addOk(page.toUtf8() + '}');
    }
    QString sentToken(qsizetype request) const
    {
        return json::read(server.requests().value(request).body)->root.value(u"PaginationToken").toString();
    }
    int asked() const { return int(server.requests().size()); }
};

const QString anna = QStringLiteral("anna");
const QString bert = QStringLiteral("bert");

} // namespace

class TestUserListModel final : public QObject
{
    Q_OBJECT

private slots:
    void asksForNothingByItself()
    {
        Bench bench;
        QVERIFY(!bench.model.canFetchMore({}));
    }

    void pagesAsTheViewAsks()
    {
        Bench bench;
        bench.answer({anna}, QStringLiteral("next"));
        bench.answer({bert}, {});
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        QCOMPARE(bench.model.rowCount(), 1);
        QVERIFY(bench.model.canFetchMore({}));
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.loaded.size(), 2);
        QCOMPARE(bench.sentToken(1), QStringLiteral("next"));
        QCOMPARE(bench.model.user(1).username.value(), bert);
        QVERIFY(!bench.model.canFetchMore({}));
    }

    void saysWhoIsDisabledAndWhatIsCut()
    {
        Bench bench;
        bench.server.addOk("{\"Users\":[{\"Username\":\"<b>anna\",\"UserStatus\":\"CONFIRMED\",\"Enabled\":false},"
                           "{\"Username\":\"bert\",\"UserStatus\":\"UNCONFIRMED\",\"Enabled\":true}]}");
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        const auto cell = [&](int row, int column, int role) {
            return bench.model.index(row, column).data(role).toString();
        };
        QCOMPARE(cell(0, UserListModel::StatusColumn, Qt::DisplayRole), QStringLiteral("disabled · CONFIRMED"));
        QCOMPARE(cell(1, UserListModel::StatusColumn, Qt::DisplayRole), QStringLiteral("UNCONFIRMED"));
        QCOMPARE(cell(1, UserListModel::StatusColumn, Qt::ToolTipRole), QStringLiteral("UNCONFIRMED"));
        QVERIFY(cell(0, UserListModel::UsernameColumn, Qt::ToolTipRole).contains(u"&lt;b&gt;anna")); // no markup
    }

    void emptyPagesArePassedOver_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::newRow("the first") << QStringList();
        QTest::newRow("a later one") << QStringList{anna};
    }

    void emptyPagesArePassedOver()
    {
        QFETCH(QStringList, before);
        Bench bench;
        if (!before.isEmpty()) {
            bench.answer(before, QStringLiteral("0"));
            bench.model.refresh();
            QTRY_COMPARE(bench.loaded.size(), 1);
        }
        bench.answer({}, QStringLiteral("1"));
        bench.answer({}, QStringLiteral("2"));
        bench.answer({bert}, QStringLiteral("3"));
        if (before.isEmpty())
            bench.model.refresh();
        else
            bench.model.fetchMore({});
        QTRY_COMPARE(bench.model.rowCount(), before.size() + 1);
        QTRY_COMPARE(bench.loaded.size(), before.isEmpty() ? 1 : 2);
        QCOMPARE(bench.sentToken(bench.asked() - 1), QStringLiteral("2"));
        QVERIFY(bench.model.canFetchMore({}));
    }

    void emptyPagesWithoutEnd()
    {
        Bench bench;
        for (int page = 0; page < 30; ++page)
            bench.answer({}, QString::number(page));
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        const int asked = bench.asked();
        QVERIFY(asked > 1 && asked < 30);
        QVERIFY(!bench.model.isLoading());
        QVERIFY(bench.model.canFetchMore({})); // who wants to may go on
    }

    void tokenThatComesTwiceEnds()
    {
        Bench bench;
        bench.answer({}, QStringLiteral("same"));
        bench.answer({}, QStringLiteral("same"));
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        QCOMPARE(bench.asked(), 2);
        QVERIFY(!bench.model.canFetchMore({}));
    }

    // A pool of a million users is more requests than the service takes in a row.
    void throttledPagesAreAskedForAgain()
    {
        Bench bench;
        for (const QString &name : {anna, bert}) {
            bench.server.addError("TooManyRequestsException", "Rate exceeded");
            bench.server.addError("TooManyRequestsException", "Rate exceeded");
            bench.answer({name}, name == anna ? QStringLiteral("next") : QString());
        }
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.loaded.size(), 2);
        QCOMPARE(bench.asked(), 6);
        QCOMPARE(bench.model.rowCount(), 2);
        QVERIFY(bench.failed.isEmpty());
    }

    void beginsAnewAfterATokenThatIsRefused()
    {
        Bench bench;
        bench.answer({anna}, QStringLiteral("stale"));
        bench.server.addError("InvalidParameterException", "Invalid pagination token");
        bench.answer({anna, bert}, {});
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        bench.model.fetchMore({});
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.model.rowCount(), 1); // what came stays
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 2);
        QCOMPARE(bench.sentToken(2), QString());
        QCOMPARE(bench.model.rowCount(), 2); // and is not doubled
    }

    void namesCannotDeceive()
    {
        const QString trap = QStringLiteral("gnp\u202egpj.exe\u200b");
        Bench bench;
        bench.answer({QStringLiteral("gnp\\u202egpj.exe\\u200b")}, {});
        bench.model.refresh();
        QTRY_COMPARE(bench.loaded.size(), 1);
        const QModelIndex name = bench.model.index(0, UserListModel::UsernameColumn);
        QCOMPARE(name.data().toString(), QStringLiteral("gnp\\u202egpj.exe\\u200b"));
        QCOMPARE(name.data(UserListModel::WholeTextRole).toString(), trap);
        QCOMPARE(bench.model.user(0).username.value(), trap);
    }

    void failureEnds()
    {
        Bench bench;
        bench.answer({}, QStringLiteral("1"));
        bench.server.addError("NotAuthorizedException", "No.");
        bench.model.refresh();
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.loaded.size(), 0);
        QVERIFY(!bench.model.canFetchMore({}));
    }
};

QTEST_GUILESS_MAIN(TestUserListModel)
#include "tst_userlistmodel.moc"
