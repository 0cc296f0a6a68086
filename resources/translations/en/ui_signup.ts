<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>poolscope::ui::ConfirmStep</name>
    <message numerus="yes">
        <source>&amp;Resend code (up to %n left this hour)</source>
        <translation>
            <numerusform>&amp;Resend code (up to %n left this hour)</numerusform>
            <numerusform>&amp;Resend code (up to %n left this hour)</numerusform>
        </translation>
    </message>
</context>
</TS>
