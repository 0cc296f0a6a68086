#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/codefield.h"
#include "ui/common/copyableid.h"
#include "ui/common/emptystate.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/common/monotextview.h"
#include "ui/common/page.h"
#include "ui/common/passwordfield.h"
#include "ui/common/requirementlist.h"
#include "ui/common/stepbar.h"
#include "ui/shots.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

QWidget *buttonRow(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(new PrimaryButton(QStringLiteral("Confirm"), row));
    layout->addWidget(new QPushButton(QStringLiteral("Send a new code"), row));
    layout->addWidget(new LinkButton(QStringLiteral("Confirm later"), row));
    layout->addStretch();
    return row;
}

Callout::Content wrongCode()
{
    return {.tone = Tone::Bad,
            .title = QStringLiteral("This code was replaced by a newer one."),
            .body = QStringLiteral("A code ends when another is requested; yours was resent at 14:03. Use the one that "
                                   "ends in 58."),
            .serviceWords = QStringLiteral("CodeMismatchException · Invalid verification code provided, please try "
                                           "again."),
            .requestId = QStringLiteral("a71e6c7e-3c1f-4d0e-9d2b-3f1d4b0a7d0d"),
            .actions = {{QStringLiteral("resend"), QStringLiteral("Send a new code")}}};
}

void addFields(Form *form)
{
    auto *user = new QLineEdit(QStringLiteral("sunny@example.com"), form);
    form->addRow(QStringLiteral("&User"), user);
    auto *password = new PasswordField(form);
    password->setText(QStringLiteral("correct horse"));
    form->addRow(QStringLiteral("&Password"), password, QStringLiteral("Kept nowhere but in the pool."));
    auto *rules = new RequirementList(form);
    rules->setRequirements({{QStringLiteral("at least 8 characters"), Requirement::State::Met},
                            {QStringLiteral("an upper-case letter"), Requirement::State::Unmet},
                            {QStringLiteral("a digit"), Requirement::State::Unknown}});
    form->addBelow(rules);
    auto *code = new CodeField(form);
    code->setCode(QStringLiteral("118 203"));
    form->addRow(QStringLiteral("&Code"), code);
    auto *flow = new QComboBox(form);
    flow->addItem(QStringLiteral("USER_SRP_AUTH"));
    form->addRow(QStringLiteral("&Flow"), flow);
    auto *remember = new QCheckBox(QStringLiteral("Remember this device"), form);
    remember->setChecked(true);
    form->addBelow(remember);
    form->addBelow(buttonRow(form));
    form->setError(code, wrongCode());
}

QWidget *makePage(QWidget *parent)
{
    auto *page = new Page(QStringLiteral("Sign up"), parent);
    auto *steps =
        new StepBar({QStringLiteral("Account"), QStringLiteral("Confirm"), QStringLiteral("Signed in")}, page);
    steps->setCurrent(1);
    page->addHeaderWidget(steps);
    page->addHeaderAction(new LinkButton(QStringLiteral("Raw request"), page));
    auto *card = new Card(page);
    card->contentLayout()->addWidget(textLabel(QStringLiteral("A code was sent by e-mail to s***@e***."), card));
    auto *form = new Form(card);
    addFields(form);
    card->contentLayout()->addWidget(form);
    page->setScrollingBody(card);
    return page;
}

QWidget *makeGallery(QWidget *parent)
{
    auto *page = new Page(QStringLiteral("Widgets"), parent);
    auto *body = new QWidget(page);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *chips = new QHBoxLayout;
    for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Caution, Tone::Bad}) {
        auto *chip = new Chip(QStringLiteral("signature RS256"), tone, body);
        chip->setIconName(QStringLiteral("checkmark"));
        chips->addWidget(chip);
    }
    chips->addStretch();
    layout->addLayout(chips);
    for (const Tone tone : {Tone::Accent, Tone::Good, Tone::Caution, Tone::Neutral}) {
        auto *callout = new Callout(body);
        callout->setContent({.tone = tone,
                             .title = QStringLiteral("No keychain answers: sessions live in memory only."),
                             .body = QStringLiteral("They end with the program.")});
        layout->addWidget(callout);
    }
    auto *id = new CopyableId(QStringLiteral("user pool ID"), body);
    id->setText(QStringLiteral("us-east-1_Demo01"));
    layout->addWidget(id);
    auto *view = new MonoTextView(body);
    const QString json = QStringLiteral("{\n  \"version\": \"1\",\n  \"newDeviceUsed\": false,\n  \"n\": 1.10\n}");
    view->setText(json, jsonSpans(json));
    layout->addWidget(view);
    auto *empty = new EmptyState(QStringLiteral("system-users"), QStringLiteral("No users yet"),
                                 QStringLiteral("Sign one up, or create one here."), body);
    empty->addAction(QStringLiteral("signup"), QStringLiteral("Sign up a user"), true);
    layout->addWidget(empty, 1);
    page->setFillingBody(body);
    return page;
}

} // namespace

void addShots_common(ShotList &list)
{
    list.add({QStringLiteral("common-form"), ShotList::window,
              [](auto &) { return inMainWindow(QStringLiteral("signup"), QStringLiteral("Sign up"), makePage); }});
    list.add({QStringLiteral("common-gallery"), ShotList::window,
              [](auto &) { return inMainWindow(QStringLiteral("signup"), QStringLiteral("Widgets"), makeGallery); }});
}

} // namespace poolscope::ui
