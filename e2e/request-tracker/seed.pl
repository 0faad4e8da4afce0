#!/usr/bin/perl
# Puts an organisation (JSON on standard input, as organisation.ts makes it) into an empty Request Tracker.
# The rights are those of docs/how-to/request-tracker.md: a person may make tickets, read and answer their own, and nothing else.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib', '/usr/local/share/request-tracker5/lib';
use RT -init;
use JSON;

my $wanted = decode_json( do { local $/; <STDIN> } );
my $system = RT->SystemUser;

sub made {
    my ( $what, $id, $message ) = @_;
    die "$what: $message\n" unless $id;
    return $id;
}

my %queue;
for my $of ( @{ $wanted->{queues} } ) {
    my $queue = RT::Queue->new($system);
    made( $of->{name}, $queue->Create( Name => $of->{name}, Description => $of->{description} ) );
    $queue{ $of->{name} } = $queue;
}

my %field;
for my $of ( @{ $wanted->{fields} } ) {
    my $field = RT::CustomField->new($system);
    my %more = map { $_->[1] => $of->{ $_->[0] } } grep { defined $of->{ $_->[0] } } ( [ 'pattern', 'Pattern' ], [ 'description', 'Description' ] );
    $more{BasedOn} = $field{ $of->{basedOn} }->id if $of->{basedOn};
    made( $of->{name}, $field->Create( Name => $of->{name}, Type => $of->{type}, LookupType => 'RT::Queue-RT::Ticket', %more ) );
    my $order = 0;
    for my $value ( @{ $of->{values} || [] } ) {
        my ( $name, $category ) = ref $value ? ( $value->{name}, $value->{of} ) : ($value);
        made( $name, $field->AddValue( Name => $name, SortOrder => ++$order, defined $category ? ( Category => $category ) : () ) );
    }
    made( $of->{name}, $field->AddToObject( $queue{$_} ) ) for @{ $of->{queues} };
    $field{ $of->{name} } = $field;
}

for my $of ( @{ $wanted->{transactionFields} } ) {
    my $field = RT::CustomField->new($system);
    made( $of->{name}, $field->Create( Name => $of->{name}, Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket-RT::Transaction' ) );
    made( $of->{name}, $field->AddToObject( $queue{$_} ) ) for @{ $of->{queues} };
}

my $class = RT::Class->new($system);
made( 'class', $class->Create( Name => 'Answers', Description => 'For everybody' ) );
my $body = RT::CustomField->new($system);
made( 'body', $body->Create( Name => 'Body', Type => 'HTMLSingle', LookupType => 'RT::Class-RT::Article' ) );
made( 'body', $body->AddToObject($class) );
for my $of ( @{ $wanted->{articles} } ) {
    my $article = RT::Article->new($system);
    made( $of->{name}, $article->Create( Name => $of->{name}, Summary => $of->{summary}, Class => $class->id, 'CustomField-' . $body->id => $of->{body} ) );
}

for my $of ( @{ $wanted->{people} } ) {
    my $user = RT::User->new($system);
    made(
        $of->{user},
        $user->Create(
            Name         => $of->{user},
            RealName     => $of->{name},
            EmailAddress => "$of->{user}\@northwind.example",
            Password     => $of->{password},
            Privileged   => $of->{privileged} ? 1 : 0,
            Timezone     => $of->{timezone},
        )
    );
}

sub grant {
    my ( $principal, $object, @rights ) = @_;
    for my $right (@rights) {
        my ( $id, $message ) = $principal->GrantRight( Object => $object, Right => $right );
        die "$right: $message\n" unless $id;
    }
}

my $everybody = RT::Group->new($system);
$everybody->LoadSystemInternalGroup('Unprivileged');
my $desk = RT::Group->new($system);
$desk->LoadSystemInternalGroup('Privileged');

# Everywhere: on a queue alone, the list of a queue's fields is empty, without a word.
grant( $everybody->PrincipalObj, RT->System, qw(SeeCustomField) );
for my $of ( grep { $_->{mayCreate} } @{ $wanted->{queues} } ) {
    my $queue = $queue{ $of->{name} };
    grant( $everybody->PrincipalObj, $queue, qw(SeeQueue CreateTicket SetInitialCustomField) );
    grant( $queue->RoleGroup('Requestor')->PrincipalObj, $queue, qw(ShowTicket ReplyToTicket ModifyTicket ModifyCustomField) );
}
grant( $everybody->PrincipalObj, $class, qw(SeeClass ShowArticle) );
grant( $desk->PrincipalObj, RT->System, qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket OwnTicket ModifyTicket SeeCustomField SeeClass ShowArticle) );

# Somebody who has asked for much, for years. One ticket is made as Request Tracker makes it, and its rows are copied: a
# thousand made one by one would take minutes.
if ( my $many = $wanted->{many} ) {
    my $owner = RT::CurrentUser->new;
    $owner->Load( $many->{user} );
    my $ticket = RT::Ticket->new($owner);
    my $message = MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => ['It was long ago.'] );
    my ( $first, undef, $refusal ) = $ticket->Create( Queue => $many->{queue}, Subject => 'Old one 1', Requestor => [ $owner->id ], MIMEObj => $message );
    made( 'an old ticket', $first, $refusal );
    $ticket->CurrentUser($system);
    $ticket->SetStatus('resolved');

    my $dbh = $RT::Handle->dbh;
    $dbh->{FetchHashKeyName} = 'NAME_lc';
    my $rows = sub {
        my ( $table, $where, @values ) = @_;
        return @{ $dbh->selectall_arrayref( "SELECT * FROM $table WHERE $where", { Slice => {} }, @values ) };
    };
    my $copy = sub {
        my ( $table, $row, %other ) = @_;
        my %new = ( %$row, id => undef, %other );
        my @columns = sort keys %new;
        $dbh->do( "INSERT INTO $table (" . join( ',', @columns ) . ') VALUES (' . join( ',', ('?') x @columns ) . ')', undef, @new{@columns} );
        return $new{id} // $dbh->last_insert_id( undef, undef, $table, undef );
    };
    my ($row)        = $rows->( 'Tickets', 'id = ?', $first );
    my @groups       = $rows->( 'Groups', "Domain = 'RT::Ticket-Role' AND Instance = ?", $first );
    my @transactions = $rows->( 'Transactions', "ObjectType = 'RT::Ticket' AND ObjectId = ?", $first );
    $dbh->begin_work;
    for my $number ( 2 .. $many->{count} ) {
        my $id = $copy->( 'Tickets', $row, subject => "Old one $number" );
        $dbh->do( 'UPDATE Tickets SET EffectiveId = ? WHERE id = ?', undef, $id, $id );
        for my $group (@groups) {
            my ($principal) = $rows->( 'Principals', 'id = ?', $group->{id} );
            my $new = $copy->( 'Principals', $principal );
            $copy->( 'Groups', $group, id => $new, instance => $id );
            $copy->( 'GroupMembers', $_, groupid => $new ) for $rows->( 'GroupMembers', 'GroupId = ?', $group->{id} );
            for my $member ( $rows->( 'CachedGroupMembers', 'GroupId = ?', $group->{id} ) ) {
                my $who = $member->{memberid} == $group->{id} ? $new : $member->{memberid};
                my $cached = $copy->( 'CachedGroupMembers', $member, groupid => $new, memberid => $who, immediateparentid => $new );
                $dbh->do( 'UPDATE CachedGroupMembers SET Via = ? WHERE id = ?', undef, $cached, $cached );
            }
        }
        for my $transaction (@transactions) {
            my $new = $copy->( 'Transactions', $transaction, objectid => $id );
            $copy->( 'Attachments', $_, transactionid => $new ) for $rows->( 'Attachments', 'TransactionId = ?', $transaction->{id} );
        }
    }
    $dbh->commit;
}
