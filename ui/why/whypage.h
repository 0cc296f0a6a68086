#pragma once

#include "auth/userrepair.h"
#include "diagnosis/signintrouble.h"
#include "ui/common/callout.h"
#include "ui/common/page.h"
#include "ui/why/sandboxfacts.h"
#include "users/userlookup.h"

class QLineEdit;

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

class BusyIndicator;
class Form;
class LinkButton;
class PeopleCard;
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
    ~WhyPage() override;

    void lookFor(const QString &name);
    // Where the connection is to that sandbox, which outlives the page: it knows of a user what the service tells nobody.
    void lookInto(sandbox::Sandbox &sandbox);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildSearch();
    void connectSearch();
    void connectAnswer();
    void sayThatNobodySigns();
    void search();
    void lookAgain();
    void lookOn();
    void cancel();
    void showBusy();
    void leaveWhatIsDisabled();
    void leadTo(Callout *callout);
    bool mayLead() const;
    void clearResult();
    void showFound(const users::LookupResult &result);
    void showPeople(const QString &title, const QList<idp::UserType> &people);
    void choose(const QString &username);
    void judge();
    void askSandbox(const idp::UserType &user);
    void askSandboxAgain();
    void showLookupError(const Error &error);
    void runAction(const QString &action);
    void askForOne();
    void showAsked(const idp::AdminGetUserResponse &user);
    bool isAskedAbout(const QString &username) const;
    void sayWhomTheNameMeans();
    QString chosenName() const; // as people know the user, with the user name

    // Repairs: in whypagerepairs.cpp.
    void askBefore(const diagnosis::Remedy &remedy);
    void askForPassword(const diagnosis::Remedy &remedy);
    void repair(const diagnosis::Remedy &remedy);
    void endLockOut();
    void showDone(auth::Repair repair, const auth::CodeDelivery &delivery);
    void showRepairError(const Error &error, auth::RepairProgress progress = auth::RepairProgress::NothingChanged);
    void showOutcome(Tone tone, const QString &title);

    Workspace &m_workspace;
    users::UserLookup m_lookup;
    auth::UserRepair m_repair;
    users::LookupResult m_result;
    QList<idp::UserType> m_people; // whom the name may mean
    QString m_chosen;              // user name
    std::optional<idp::AdminGetUserResponse> m_asked;
    SandboxFacts m_facts;
    QString m_wanted;       // what was looked for last
    QString m_awaited;      // asked for from elsewhere while a repair was under way
    bool m_again = false;   // it was looked for because something was done
    bool m_asking = false;  // AdminGetUser, for what was looked for
    bool m_leads = false;   // the answer gets the focus: nothing was typed since it was asked for
    QString m_repairedName; // whom a repair is about, as people know them
    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    PrimaryButton *m_search = nullptr;
    LinkButton *m_cancel = nullptr;
    BusyIndicator *m_busy = nullptr;
    Callout *m_outcome = nullptr; // what came of the last repair
    Callout *m_callout = nullptr; // why nobody could be looked up
    PeopleCard *m_peopleCard = nullptr;
    TroubleView *m_view = nullptr;
    LinkButton *m_askOne = nullptr;
};

} // namespace poolscope::ui
