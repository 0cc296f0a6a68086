#pragma once

#include "auth/userrepair.h"
#include "diagnosis/signintrouble.h"
#include "ui/common/page.h"
#include "users/userlookup.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace poolscope::ui {

class BusyIndicator;
class Callout;
class Form;
class LinkButton;
class PrimaryButton;
class TroubleView;
class Workspace;

// Why can't this user sign in? Takes a name as somebody gives it, says why in one sentence and on what grounds, and offers
// what mends it.
class WhyPage final : public Page
{
    Q_OBJECT

public:
    explicit WhyPage(Workspace &workspace, QWidget *parent = nullptr); // the workspace outlives the page

    void lookFor(const QString &name);

private:
    QWidget *buildSearch();
    QWidget *buildPeople();
    void connectFlows();
    void search();
    void showBusy();
    void clearResult();
    void showFound(const users::LookupResult &result);
    void showPeople(const QString &title, const QList<idp::UserType> &people);
    void choose(const QString &username);
    void judge();
    void showError(const Error &error);
    void askForOne();
    void showAsked(const idp::AdminGetUserResponse &user);
    void askBefore(const diagnosis::Remedy &remedy);
    void askForPassword(const diagnosis::Remedy &remedy);
    void repair(const diagnosis::Remedy &remedy, const QString &password);
    void showDone(auth::Repair repair, const auth::CodeDelivery &delivery);

    Workspace &m_workspace;
    users::UserLookup m_lookup;
    auth::UserRepair m_repair;
    users::LookupResult m_result;
    QList<idp::UserType> m_people; // whom the name may mean
    QString m_chosen;              // user name
    std::optional<idp::AdminGetUserResponse> m_asked;
    QString m_typedBefore; // what was looked for when AdminGetUser was asked
    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    PrimaryButton *m_search = nullptr;
    LinkButton *m_cancel = nullptr;
    BusyIndicator *m_busy = nullptr;
    Callout *m_callout = nullptr; // what was done, or what went wrong
    QWidget *m_peopleCard = nullptr;
    QListWidget *m_list = nullptr;
    TroubleView *m_view = nullptr;
    LinkButton *m_askOne = nullptr;
};

} // namespace poolscope::ui
